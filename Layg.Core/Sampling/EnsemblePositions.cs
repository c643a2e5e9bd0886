namespace Layg.Sampling;

/// <summary>Where the walkers stand, with log-densities and blobs, and a copy to return to when a step is not finished.</summary>
internal sealed class EnsemblePositions(int walkers, int dimension, int blobCount)
{
    private readonly double[] _savedPoints = new double[walkers * dimension];
    private readonly double[] _savedLogDensities = new double[walkers];
    private readonly double[] _savedBlobs = new double[walkers * blobCount];

    public double[] Points { get; } = new double[walkers * dimension];

    public double[] LogDensities { get; } = new double[walkers];

    public double[] Blobs { get; } = new double[walkers * blobCount];

    public Span<double> Point(int walker) => Points.AsSpan(walker * dimension, dimension);

    public Span<double> Blob(int walker) => Blobs.AsSpan(walker * blobCount, blobCount);

    public void Move(int walker, ReadOnlySpan<double> point, double logDensity, ReadOnlySpan<double> blobs)
    {
        point.CopyTo(Point(walker));
        blobs.CopyTo(Blob(walker));
        LogDensities[walker] = logDensity;
    }

    public void Save()
    {
        Points.CopyTo(_savedPoints, 0);
        LogDensities.CopyTo(_savedLogDensities, 0);
        Blobs.CopyTo(_savedBlobs, 0);
    }

    public void Restore()
    {
        _savedPoints.CopyTo(Points, 0);
        _savedLogDensities.CopyTo(LogDensities, 0);
        _savedBlobs.CopyTo(Blobs, 0);
    }
}
