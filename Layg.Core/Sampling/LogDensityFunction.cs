namespace Layg.Sampling;

/// <summary>Computes the log-density of one point.</summary>
/// <param name="point">The point: [dimension].</param>
/// <returns>The log-density, up to a constant; negative infinity where the point is impossible.</returns>
public delegate double LogDensityFunction(ReadOnlySpan<double> point);
