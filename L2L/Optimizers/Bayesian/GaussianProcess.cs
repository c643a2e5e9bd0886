namespace L2L;

/// <summary>
/// A Gaussian process with a Matérn-5/2 kernel, one length scale for each coordinate, and noise, on standardised values. Two categories are
/// at distance 0 where they are the same, and 1 where not.
/// </summary>
/// <remarks><b>Source:</b> Rasmussen and Williams (2006), "Gaussian processes for machine learning", algorithm 2.1.</remarks>
internal sealed class GaussianProcess
{
    private readonly IReadOnlyList<double[]> _points;
    private readonly bool[] _isCategory;
    private readonly double[] _inverseScales;
    private readonly double[][] _factor;
    private readonly double[] _alpha;

    private GaussianProcess(IReadOnlyList<double[]> points, bool[] isCategory, double[] inverseScales, double[][] factor, double[] alpha, double logLikelihood)
    {
        _points = points;
        _isCategory = isCategory;
        _inverseScales = inverseScales;
        _factor = factor;
        _alpha = alpha;
        LogLikelihood = logLikelihood;
    }

    public double LogLikelihood { get; }

    /// <summary>The process of some data; null where the covariance cannot be factorised. The signal's variance is the likeliest one.</summary>
    public static GaussianProcess? Fit(IReadOnlyList<double[]> points, bool[] isCategory, double[] values, double[] logScales, double logNoise)
    {
        int n = points.Count;
        double[] inverse = Array.ConvertAll(logScales, static s => Math.Exp(-s));
        double[][] covariance = SmallMatrix.Zeros(n, n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
                covariance[i][j] = covariance[j][i] = Kernel(points[i], points[j], isCategory, inverse);
            covariance[i][i] = 1 + Math.Exp(logNoise);
        }

        if (SmallMatrix.Cholesky(covariance) is not { } factor)
            return null;
        double[] alpha = [.. values];
        SmallMatrix.SolveLower(factor, alpha);
        double fit = 0, logDeterminant = 0;
        for (int i = 0; i < n; i++)
        {
            fit += alpha[i] * alpha[i];
            logDeterminant += Math.Log(factor[i][i]);
        }

        SmallMatrix.SolveLowerTransposed(factor, alpha);
        // Long scales and much noise need a reason: a weak prior keeps few data from explaining everything by one of them.
        double prior = -0.5 * logScales.Sum(static s => (s + 0.7) * (s + 0.7)) / logScales.Length - 0.02 * (logNoise + 10) * (logNoise + 10);
        double likelihood = -0.5 * n * Math.Log(Math.Max(fit / n, 1e-300)) - logDeterminant + prior;
        return new GaussianProcess(points, isCategory, inverse, factor, alpha, likelihood) { Signal = fit / n };
    }

    /// <summary>The likeliest variance of the signal.</summary>
    public double Signal { get; private init; } = 1;

    public double Mean(double[] x)
    {
        double mean = 0;
        for (int i = 0; i < _alpha.Length; i++)
            mean += Kernel(x, _points[i], _isCategory, _inverseScales) * _alpha[i];
        return mean;
    }

    public (double Mean, double Deviation) Predict(double[] x)
    {
        var covariance = new double[_points.Count];
        double mean = 0;
        for (int i = 0; i < covariance.Length; i++)
        {
            covariance[i] = Kernel(x, _points[i], _isCategory, _inverseScales);
            mean += covariance[i] * _alpha[i];
        }

        SmallMatrix.SolveLower(_factor, covariance);
        double explained = 0;
        foreach (double c in covariance)
            explained += c * c;
        return (mean, Math.Sqrt(Math.Max(1e-12, Signal * (1 - explained))));
    }

    private static double Kernel(double[] x, double[] y, bool[] isCategory, double[] inverseScales)
    {
        double squares = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double distance = !isCategory[i] ? x[i] - y[i] : x[i] == y[i] ? 0 : 1;
            double z = distance * inverseScales[i];
            squares += z * z;
        }

        double r = Math.Sqrt(5 * squares);
        return (1 + r + r * r / 3) * Math.Exp(-r);
    }
}
