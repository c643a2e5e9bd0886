namespace Layg.Calibration;

/// <summary>How many true errors lie within the predicted ones at one level.</summary>
/// <param name="Level">The share that the predicted errors are meant to cover; NaN where the emulator states none.</param>
/// <param name="Coverage">The share that they cover.</param>
/// <param name="StandardError">Statistical uncertainty of <paramref name="Coverage"/>: √(p (1 - p) / n).</param>
/// <param name="MeanError">Mean predicted error: the smaller at the same coverage, the sharper.</param>
/// <param name="MedianError">Median predicted error.</param>
public sealed record LevelCoverage(double Level, double Coverage, double StandardError, double MeanError, double MedianError);
