namespace Layg.Sampling;

/// <summary>Computes the log-density of one point and further numbers that are stored with it.</summary>
/// <param name="point">The point: [dimension].</param>
/// <param name="blobs">Where to write the further numbers: [number of names].</param>
/// <returns>The log-density, up to a constant; negative infinity where the point is impossible.</returns>
public delegate double LogDensityWithBlobsFunction(ReadOnlySpan<double> point, Span<double> blobs);
