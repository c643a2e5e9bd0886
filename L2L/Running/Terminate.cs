namespace L2L;

/// <summary>The usual rules to end a run.</summary>
public static class Terminate
{
    /// <summary>After so many evaluations.</summary>
    /// <param name="evaluations">How many. Range: at least 1.</param>
    public static ITerminationRule AfterEvaluations(long evaluations)
    {
        OptionCheck.Require(evaluations >= 1, nameof(evaluations), evaluations, "at least 1");
        return new Rule(report => report.Evaluations >= evaluations);
    }

    /// <summary>After so many generations without a better individual.</summary>
    /// <param name="generations">How many. Range: at least 1.</param>
    public static ITerminationRule AfterStagnation(int generations)
    {
        OptionCheck.AtLeast(generations, 1, nameof(generations));
        return new Rule(report => report.Best is { } best && report.Generation - best.Individual.Generation >= generations);
    }

    /// <summary>After so much time, all parts of a resumed run together.</summary>
    /// <param name="duration">How long; positive.</param>
    public static ITerminationRule AfterTime(TimeSpan duration)
    {
        OptionCheck.Require(duration > TimeSpan.Zero, nameof(duration), duration, "positive");
        return new Rule(report => report.Elapsed >= duration);
    }

    /// <summary>When the user's own condition holds.</summary>
    /// <param name="condition">The condition.</param>
    public static ITerminationRule When(Func<GenerationReport, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new Rule(condition);
    }

    private sealed class Rule(Func<GenerationReport, bool> condition) : ITerminationRule
    {
        public bool IsOver(GenerationReport report) => condition(report);
    }
}
