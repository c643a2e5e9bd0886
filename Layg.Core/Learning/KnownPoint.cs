namespace Layg;

/// <summary>A point that was evaluated exactly. The value is replaced, never changed, when the function turns out to be noisy.</summary>
internal sealed class KnownPoint(double[] x, double[] y, int evaluations, bool isNoisy)
{
    private volatile double[] _y = y;

    public double[] X => x;

    public double[] Y => _y;

    /// <summary>How many evaluations <see cref="Y"/> is the mean of.</summary>
    public int Evaluations { get; private set; } = evaluations;

    /// <summary>Whether those evaluations gave different values.</summary>
    public bool IsNoisy { get; private set; } = isNoisy;

    /// <summary>Averages the mean of further evaluations into the value. The caller holds the store's lock.</summary>
    public void Average(ReadOnlySpan<double> another, int evaluations, bool isNoisy)
    {
        Evaluations += evaluations;
        bool differs = !_y.AsSpan().SequenceEqual(another);
        IsNoisy |= isNoisy || differs;
        if (!differs)
            return;
        double share = (double)Evaluations / evaluations;
        var mean = new double[another.Length];
        for (int i = 0; i < mean.Length; i++)
        {
            // Where the difference of two huge numbers is none, their shares still are.
            double difference = another[i] - _y[i];
            mean[i] = _y[i] + (double.IsFinite(difference) ? difference / share : (another[i] / share) - (_y[i] / share));
        }

        _y = mean;
    }
}
