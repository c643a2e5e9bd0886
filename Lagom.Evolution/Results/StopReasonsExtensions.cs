namespace Lagom.Evolution;

/// <summary>Puts stop reasons into words.</summary>
public static class StopReasonsExtensions
{
    private static readonly (StopReasons Reason, string Text)[] Texts =
    [
        (StopReasons.TargetReached, "the target value was reached"),
        (StopReasons.MaxEvaluations, "the evaluations allowed are spent"),
        (StopReasons.MaxIterations, "the generations allowed have passed"),
        (StopReasons.FunctionTolerance, "values differ by less than the function tolerance"),
        (StopReasons.FunctionHistoryTolerance, "best values of recent generations differ by less than the history tolerance"),
        (StopReasons.CoordinateTolerance, "steps are shorter than the coordinate tolerance"),
        (StopReasons.StepGrowth, "the step size grew beyond its limit (is the first step far too small, or the function unbounded?)"),
        (StopReasons.Condition, "the covariance matrix is too ill-conditioned"),
        (StopReasons.FlatFitness, "too many equal values (is the function flat here?)"),
        (StopReasons.Stagnation, "values no longer improve"),
        (StopReasons.Timeout, "the time allowed has passed"),
        (StopReasons.NoEffect, "steps are too short to change the mean"),
        (StopReasons.MaxRestarts, "the restarts allowed are used up"),
    ];

    /// <summary>A readable text, reason after reason; "goes on" where there is none.</summary>
    /// <param name="reasons">The reasons.</param>
    public static string Describe(this StopReasons reasons) =>
        reasons == StopReasons.None
            ? "goes on"
            : string.Join("; ", Texts.Where(text => reasons.HasFlag(text.Reason)).Select(text => text.Text));
}
