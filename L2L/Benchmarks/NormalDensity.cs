namespace L2L;

/// <summary>The density of a normal distribution.</summary>
internal sealed class NormalDensity
{
    private readonly double[] _mean;
    private readonly double[][] _factor;
    private readonly double _scale;

    public NormalDensity(double[] mean, double[][] covariance)
    {
        _mean = [.. mean];
        _factor = SmallMatrix.Cholesky(covariance) ?? throw new ArgumentException("The covariance is not symmetric and positive definite.", nameof(covariance));
        double logRoot = 0;
        for (int i = 0; i < mean.Length; i++)
            logRoot += Math.Log(_factor[i][i]);
        _scale = Math.Exp(-0.5 * mean.Length * Math.Log(2 * Math.PI) - logRoot);
    }

    public double At(ReadOnlySpan<double> x)
    {
        Span<double> residual = x.Length <= 64 ? stackalloc double[x.Length] : new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            residual[i] = x[i] - _mean[i];
        SmallMatrix.SolveLower(_factor, residual);
        double squares = 0;
        foreach (double r in residual)
            squares += r * r;
        return _scale * Math.Exp(-0.5 * squares);
    }
}
