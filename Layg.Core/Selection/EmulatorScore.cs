namespace Layg;

/// <summary>How a candidate did in cross-validation.</summary>
/// <param name="Name">The candidate.</param>
/// <param name="Loss">
/// What the choice minimises: the mean quantile loss of the predicted error b against the true error e at the level L,
/// L max(e - b, 0) + (1 - L) max(b - e, 0), in the unit of the output. It is smallest for errors that are small and predicted
/// rightly. A refused point counts as a bar of the outputs' standard deviation. Infinite for a candidate that could not be fitted.
/// </param>
/// <param name="RootMeanSquareError">Root mean square of the true errors at answered points.</param>
/// <param name="Coverage">Share of true errors within the predicted ones.</param>
/// <param name="MeanError">Mean predicted error.</param>
/// <param name="Answered">Share of points with a finite predicted error.</param>
/// <param name="Duration">Time of all its fits and predictions.</param>
/// <param name="Failure">Why it could not be fitted; null if it could.</param>
/// <remarks><b>Source:</b> Gneiting and Raftery (2007), "Strictly proper scoring rules", section 6.1.</remarks>
public sealed record EmulatorScore(
    string Name, double Loss, double RootMeanSquareError, double Coverage, double MeanError, double Answered, TimeSpan Duration, string? Failure);
