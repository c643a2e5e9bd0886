namespace Layg;

/// <summary>A point that was evaluated exactly. The value is replaced, never changed, when the function turns out to be noisy.</summary>
internal sealed class KnownPoint(double[] x, double[] y, int evaluations)
{
    private volatile double[] _y = y;

    public double[] X => x;

    public double[] Y => _y;

    /// <summary>How many evaluations <see cref="Y"/> is the mean of.</summary>
    public int Evaluations { get; private set; } = evaluations;

    /// <summary>Averages another evaluation into the value. The caller holds the store's lock.</summary>
    public void Average(ReadOnlySpan<double> another)
    {
        Evaluations++;
        var mean = new double[another.Length];
        for (int i = 0; i < mean.Length; i++)
            mean[i] = _y[i] + (another[i] - _y[i]) / Evaluations;
        _y = mean;
    }
}
