using System.Globalization;

namespace Lagom.Rl;

/// <summary>How a figure of a <see cref="LearningCurveReport"/> is drawn.</summary>
public sealed record LearningCurveFigure
{
    private readonly double _endShare = 0.1;

    /// <summary>The title of the horizontal axis. Default: "step".</summary>
    public string XTitle { get; init; } = "step";

    /// <summary>The title of the vertical axis; null for the figure's. Default: null.</summary>
    public string? YTitle { get; init; }

    /// <summary>Whether the horizontal axis is logarithmic. Default: false.</summary>
    public bool LogarithmicX { get; init; }

    /// <summary>Whether the vertical axis is logarithmic. Default: false.</summary>
    public bool LogarithmicY { get; init; }

    /// <summary>Whether the best configuration is that with the highest end, not the lowest. Default: true.</summary>
    public bool HigherIsBetter { get; init; } = true;

    /// <summary>Over which last share of each curve the table's figures are averaged. Default: 0.1. Range: above 0, at most 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public double EndShare
    {
        get => _endShare;
        init => _endShare = value > 0 && value <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(EndShare), value, string.Create(CultureInfo.InvariantCulture, $"{nameof(EndShare)} must be above 0 and at most 1."));
    }

    /// <summary>Levels drawn as dashed lines with a note, such as the return from which a task counts as solved. Default: none.</summary>
    public IReadOnlyList<(double Value, string Note)> Levels { get; init; } = [];
}
