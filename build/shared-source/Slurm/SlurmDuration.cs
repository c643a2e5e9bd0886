using System.Globalization;

namespace SharedSource.Slurm;

/// <summary>Time limits as Slurm writes them.</summary>
internal static class SlurmDuration
{
    /// <summary>Hours, minutes and seconds, <c>h:mm:ss</c>; hours may pass 24.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not positive.</exception>
    public static string Format(TimeSpan duration)
    {
        if (duration <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A time limit is above zero.");
        // Rounded up: a limit is never shorter than asked for.
        long seconds = (long)Math.Ceiling(duration.TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    /// <summary>Reads <c>h:m:s</c>, <c>d-h</c>, <c>d-h:m</c> or <c>d-h:m:s</c>. What else Slurm takes (<c>90</c>, <c>1:30</c>) means minutes to it
    /// and hours to many a reader, so it is refused.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(text);
        duration = default;
        int dash = text.IndexOf('-', StringComparison.Ordinal);
        long days = 0;
        if (dash >= 0 && !Number(text[..dash], out days))
            return false;
        string[] parts = text[(dash + 1)..].Split(':');
        if (parts.Length > 3 || (dash < 0 && parts.Length != 3))
            return false;
        Span<long> numbers = stackalloc long[3];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!Number(parts[i], out numbers[i]))
                return false;
        }

        duration = TimeSpan.FromSeconds((days * 86400) + (numbers[0] * 3600) + (numbers[1] * 60) + numbers[2]);
        return duration > TimeSpan.Zero;
    }

    private static bool Number(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < 1_000_000;
}
