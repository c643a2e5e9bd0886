using System.Globalization;

namespace Lagom.Rl;

/// <summary>How long something took.</summary>
/// <param name="Elapsed">How long.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record ScopeTimerReport(TimeSpan Elapsed, DateTimeOffset EndedAt)
{
    /// <summary>One line, such as "Total time: 0:01:05 at 2019-10-21 13:05:09".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Total time: {DurationText.Of(Elapsed)} at {EndedAt:yyyy-MM-dd HH:mm:ss}");

    /// <summary>The line in a colour, for terminals.</summary>
    /// <param name="colour">The colour.</param>
    /// <param name="bold">Whether it is bold.</param>
    public string ToString(AnsiColour colour, bool bold = false) => AnsiText.Paint(ToString(), colour, bold);
}
