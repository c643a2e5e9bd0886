using MathNet.Numerics.Distributions;

namespace Layg;

/// <summary>
/// Follows how true errors compare with predicted ones. Of the latest scores (true over predicted error) it knows the scale, from which Student's
/// distribution forecasts the quantile of the next one, and a correction of the forecast that falls with every error that is covered and
/// rises with every one that is not. Immutable.
/// </summary>
/// <remarks>
/// The correction makes the share of uncovered errors come to 1 - level in the long run, whatever their distribution and drift.
/// <b>Source:</b> Gibbs and Candès (2021), "Adaptive conformal inference under distribution shift"; Angelopoulos, Candès and Tibshirani (2023),
/// "Conformal PID control for time series prediction" (the quantile tracker around a forecast of the scores).
/// </remarks>
/// <param name="Weight">How many scores the scale rests on, in effect.</param>
/// <param name="Squares">Their sum of squares, in units of the predicted error's standard deviation.</param>
/// <param name="Correction">Logarithm of the factor on the forecast.</param>
/// <param name="Comparisons">Scores so far.</param>
internal readonly record struct ErrorTracker(double Weight, double Squares, double Correction, long Comparisons)
{
    /// <summary>A score beyond this many times the inflation counts as this large, so that one point cannot end emulation.</summary>
    private const double LargestSurprise = 4;

    /// <summary>The correction never narrows the forecast by more than this factor's logarithm.</summary>
    private const double LeastCorrection = -0.5;

    /// <summary>The start: the predicted errors are right.</summary>
    public static ErrorTracker Start(AdaptiveErrorOptions options) => new(options.PriorWeight, options.PriorWeight, 0, 0);

    /// <summary>By how much predicted errors of one level are to be multiplied to cover another share, at the scale of the latest scores.</summary>
    /// <param name="level">The share to cover.</param>
    /// <param name="own">The share that the predicted errors are meant to cover.</param>
    public double Factor(double level, double own) =>
        StudentT.InvCDF(0, 1, Weight, (1 + level) / 2) * Math.Sqrt(Squares / Weight) * Math.Exp(Correction) / Normal.InvCDF(0, 1, (1 + own) / 2);

    /// <summary>Takes in one comparison.</summary>
    /// <param name="score">True over predicted error, the latter as the wrapped emulator gave it.</param>
    /// <param name="level">The share that predicted errors are meant to cover.</param>
    /// <param name="options">Memory and step.</param>
    public ErrorTracker Record(double score, double level, AdaptiveErrorOptions options)
    {
        double inflation = Math.Max(1, Factor(level, level));
        double missed = score > inflation ? 1 : 0;
        double unit = Normal.InvCDF(0, 1, (1 + level) / 2) * Math.Min(score, LargestSurprise * inflation);
        double kept = 1 - (1 / options.Memory);
        double weight = (kept * Weight) + 1;

        // Errors are not narrowed; a scale below their own would only delay the answer when they begin to fail.
        return new ErrorTracker(
            weight,
            Math.Max(weight, (kept * Squares) + (unit * unit)),
            Math.Max(LeastCorrection, Correction + (options.StepSize * (missed - (1 - level)))),
            Comparisons + 1);
    }
}
