namespace Layg.Calibration;

/// <summary>How predicted errors fare on some of the test points.</summary>
/// <param name="Name">Which ones.</param>
/// <param name="Points">How many of them were answered.</param>
/// <param name="Coverage">The share of true errors within the predicted ones, as predicted; NaN without points.</param>
/// <param name="RootMeanSquareError">Root mean square of the true errors.</param>
/// <param name="MeanError">Mean predicted error.</param>
public sealed record RegionCoverage(string Name, int Points, double Coverage, double RootMeanSquareError, double MeanError);
