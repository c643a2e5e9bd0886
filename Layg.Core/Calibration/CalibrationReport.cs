using System.Globalization;
using System.Text;

namespace Layg.Calibration;

/// <summary>What the predicted errors of an emulator are worth on points that it has not seen.</summary>
/// <example>
/// <code>
/// CalibrationReport report = CalibrationReport.Of(learner.Emulator!, freshPoints);
/// Console.WriteLine(report);
/// </code>
/// </example>
public sealed record CalibrationReport
{
    /// <summary>One and two standard deviations of a normal distribution.</summary>
    public static IReadOnlyList<double> DefaultLevels { get; } = [0.6827, 0.9545];

    /// <summary>How many test points there were.</summary>
    public required int Points { get; init; }

    /// <summary>How many of them the emulator answered; at the others its predicted error was not finite.</summary>
    public required int Answered { get; init; }

    /// <summary>Root mean square of the true errors (of the worst component) at answered points.</summary>
    public required double RootMeanSquareError { get; init; }

    /// <summary>Largest true error at answered points.</summary>
    public required double LargestError { get; init; }

    /// <summary>The largest standard deviation of an output component over the test points, to set the errors against.</summary>
    public required double OutputDeviation { get; init; }

    /// <summary>Coverage and sharpness at each level; of an emulator that knows no levels, of its predicted errors as they are.</summary>
    public required IReadOnlyList<LevelCoverage> Levels { get; init; }

    /// <summary>Coverage of the errors as predicted, by region: fifths by distance from the centre, fifths by predicted error, or the caller's.</summary>
    public required IReadOnlyList<RegionCoverage> Regions { get; init; }

    /// <summary>The largest absolute difference of coverage and level; NaN of an emulator that knows no levels.</summary>
    public double LargestShortfall => Levels.Max(level => Math.Abs(level.Coverage - level.Level));

    /// <summary>Asks an emulator at points whose values are known.</summary>
    /// <param name="emulator">The fitted emulator.</param>
    /// <param name="test">Points that took no part in the fit, drawn as those that the emulator will be asked for.</param>
    /// <param name="levels">The levels to examine; null for <see cref="DefaultLevels"/>.</param>
    /// <param name="region">Names the region of a point, to replace the fifths; null for those.</param>
    /// <exception cref="ArgumentException">There is no test point, or a level is not between 0 and 1.</exception>
    public static CalibrationReport Of(
        IFittedEmulator emulator, TrainingSet test, IReadOnlyList<double>? levels = null, Func<double[], string>? region = null)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        ArgumentNullException.ThrowIfNull(test);
        if (test.Count == 0)
            throw new ArgumentException("There must be at least one test point.", nameof(test));
        levels ??= DefaultLevels;
        foreach (double level in levels)
        {
            if (level is not (> 0 and < 1))
                throw new ArgumentOutOfRangeException(nameof(levels), level, "A level must lie between 0 and 1, both excluded.");
        }

        return new CalibrationMeasurement(emulator, test).Report(levels, region);
    }

    /// <summary>A table of all figures.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Answered} of {Points} points answered; RMS error {RootMeanSquareError:G3}, largest {LargestError:G3}, output deviation {OutputDeviation:G3}").AppendLine();
        text.AppendLine("level    coverage          mean bar  median bar");
        foreach (LevelCoverage level in Levels)
            text.Append(CultureInfo.InvariantCulture, $"{level.Level,-8:F4} {level.Coverage:F4} +- {level.StandardError:F4}  {level.MeanError,-9:G3} {level.MedianError:G3}").AppendLine();
        text.AppendLine("region                 points  coverage  RMS error  mean bar");
        foreach (RegionCoverage part in Regions)
            text.Append(CultureInfo.InvariantCulture, $"{part.Name,-22} {part.Points,-7} {part.Coverage,-9:F3} {part.RootMeanSquareError,-10:G3} {part.MeanError:G3}").AppendLine();
        return text.ToString();
    }
}
