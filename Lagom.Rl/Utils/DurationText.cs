using System.Globalization;

namespace Lagom.Rl;

/// <summary>Writes durations for people.</summary>
public static class DurationText
{
    /// <summary>Days, hours, minutes and seconds: "0:01:05", "1 day, 1:01:01", "2 days, 7:33:20".</summary>
    /// <param name="duration">The duration; rounded to whole seconds, an even one where it is half way. Range: not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public static string Of(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        TimeSpan whole = TimeSpan.FromSeconds(Math.Round(duration.TotalSeconds));
        string days = whole.Days switch
        {
            0 => "",
            1 => "1 day, ",
            _ => string.Create(CultureInfo.InvariantCulture, $"{whole.Days} days, "),
        };
        return days + whole.ToString("h\\:mm\\:ss", CultureInfo.InvariantCulture);
    }
}
