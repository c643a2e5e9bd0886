namespace Layg.Sampling;

/// <summary>
/// The stored steps of a chain, in arrays that only ever grow at their end: a <see cref="Chain"/> may share them while more is appended.
/// </summary>
internal sealed class ChainRecord(int walkers, int dimension, int blobCount)
{
    private double[] _positions = [];
    private double[] _logDensities = [];
    private double[] _blobs = [];

    public int Count { get; private set; }

    public ReadOnlyMemory<double> Positions => _positions.AsMemory(0, Count * walkers * dimension);

    public ReadOnlyMemory<double> LogDensities => _logDensities.AsMemory(0, Count * walkers);

    public ReadOnlyMemory<double> Blobs => _blobs.AsMemory(0, Count * walkers * blobCount);

    /// <summary>Makes room for more steps, so that appending them allocates nothing.</summary>
    public void Reserve(long more)
    {
        long steps = Count + more;
        long largest = steps * walkers * Math.Max(dimension, Math.Max(1, blobCount));
        if (largest > Array.MaxLength)
            throw new ArgumentException($"{steps} stored steps of {walkers} walkers in {dimension} dimensions do not fit into one chain: raise {nameof(EnsembleOptions.Thin)}, or make several runs, each from the last state of the one before.", nameof(more));
        Grow(ref _positions, steps * walkers * dimension);
        Grow(ref _logDensities, steps * walkers);
        Grow(ref _blobs, steps * walkers * blobCount);
    }

    public void Append(ReadOnlySpan<double> positions, ReadOnlySpan<double> logDensities, ReadOnlySpan<double> blobs)
    {
        positions.CopyTo(_positions.AsSpan(Count * walkers * dimension));
        logDensities.CopyTo(_logDensities.AsSpan(Count * walkers));
        blobs.CopyTo(_blobs.AsSpan(Count * walkers * blobCount));
        Count++;
    }

    public void AppendAll(Chain chain)
    {
        Reserve(chain.Steps);
        chain.Positions.CopyTo(_positions.AsSpan(Count * walkers * dimension));
        chain.LogDensities.CopyTo(_logDensities.AsSpan(Count * walkers));
        chain.Blobs.CopyTo(_blobs.AsSpan(Count * walkers * blobCount));
        Count += chain.Steps;
    }

    private static void Grow(ref double[] array, long length)
    {
        if (array.Length >= length)
            return;
        // The first reservation is exact; later ones by half, so that many short advances do not copy the chain each time.
        long roomy = Math.Min(array.Length + array.Length / 2L, Array.MaxLength);
        Array.Resize(ref array, (int)Math.Max(length, roomy));
    }
}
