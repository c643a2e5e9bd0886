using MathNet.Numerics;

namespace L2L;

/// <summary>Variational inference of a mixture of normal distributions on some points, step by step.</summary>
internal sealed class VariationalMixture
{
    private const double MeanPrecisionPrior = 1;
    private const double Regularisation = 1e-6;
    private readonly IReadOnlyList<double[]> _rows;
    private readonly int _components;
    private readonly int _dimension;
    private readonly double _concentrationPrior;
    private readonly double[] _meanPrior;
    private readonly double[][] _covariancePrior;
    private double[][]?[] _factors = [];

    public VariationalMixture(IReadOnlyList<double[]> rows, int components, double? concentrationPrior)
    {
        _rows = rows;
        _components = components;
        _dimension = rows[0].Length;
        _concentrationPrior = concentrationPrior ?? 1.0 / components;
        _meanPrior = Moments.Mean(rows);
        _covariancePrior = Moments.Covariance(rows, _meanPrior);
    }

    public double[] Concentration { get; private set; } = [];

    public double[] MeanPrecision { get; private set; } = [];

    public double[] Freedom { get; private set; } = [];

    public double[][] Means { get; private set; } = [];

    public double[][][] Covariances { get; private set; } = [];

    public double[] Weights => [.. Concentration.Select(a => a / Concentration.Sum())];

    /// <summary>The parameters that fit the responsibilities (one row for each point).</summary>
    public void Maximise(double[][] responsibilities)
    {
        int d = _dimension;
        Concentration = new double[_components];
        MeanPrecision = new double[_components];
        Freedom = new double[_components];
        Means = new double[_components][];
        Covariances = new double[_components][][];
        _factors = new double[][]?[_components];
        for (int k = 0; k < _components; k++)
        {
            double count = 10 * Math.Pow(2, -52);
            var centre = new double[d];
            for (int n = 0; n < _rows.Count; n++)
            {
                count += responsibilities[n][k];
                for (int i = 0; i < d; i++)
                    centre[i] += responsibilities[n][k] * _rows[n][i];
            }

            for (int i = 0; i < d; i++)
                centre[i] /= count;
            Concentration[k] = _concentrationPrior + count;
            MeanPrecision[k] = MeanPrecisionPrior + count;
            Freedom[k] = d + count;
            Means[k] = new double[d];
            for (int i = 0; i < d; i++)
                Means[k][i] = (MeanPrecisionPrior * _meanPrior[i] + count * centre[i]) / MeanPrecision[k];
            Covariances[k] = Scatter(responsibilities, k, centre, count);
            _factors[k] = SmallMatrix.Cholesky(Covariances[k]);
        }
    }

    /// <summary>The responsibilities under the parameters, and their entropy.</summary>
    public (double[][] Responsibilities, double Entropy) Expect()
    {
        var logs = new double[_components];
        double total = Concentration.Sum();
        var responsibilities = new double[_rows.Count][];
        double entropy = 0;
        var residual = new double[_dimension];
        for (int n = 0; n < _rows.Count; n++)
        {
            for (int k = 0; k < _components; k++)
                logs[k] = SpecialFunctions.DiGamma(Concentration[k]) - SpecialFunctions.DiGamma(total) + LogDensity(n, k, residual);
            double largest = logs.Max();
            double sum = logs.Sum(x => Math.Exp(x - largest));
            responsibilities[n] = new double[_components];
            for (int k = 0; k < _components; k++)
            {
                double log = logs[k] - largest - Math.Log(sum);
                responsibilities[n][k] = Math.Exp(log);
                entropy -= responsibilities[n][k] * log;
            }
        }

        return (responsibilities, entropy);
    }

    /// <summary>The lower bound of the evidence, once the parameters were fitted to responsibilities of this entropy.</summary>
    public double LowerBound(double entropy) =>
        entropy - WishartTerm() + DirichletTerm(Concentration.Sum()) - 0.5 * _dimension * MeanPrecision.Sum(Math.Log);

    private double[][] Scatter(double[][] responsibilities, int k, double[] centre, double count)
    {
        int d = _dimension;
        double[][] covariance = SmallMatrix.Zeros(d, d);
        for (int n = 0; n < _rows.Count; n++)
        {
            for (int i = 0; i < d; i++)
            {
                double left = responsibilities[n][k] * (_rows[n][i] - centre[i]);
                for (int j = 0; j < d; j++)
                    covariance[i][j] += left * (_rows[n][j] - centre[j]);
            }
        }

        double shrink = count * MeanPrecisionPrior / MeanPrecision[k];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                double s = covariance[i][j] / count + (i == j ? Regularisation : 0);
                covariance[i][j] = (_covariancePrior[i][j] + count * s + shrink * (centre[i] - _meanPrior[i]) * (centre[j] - _meanPrior[j])) / Freedom[k];
            }
        }

        return covariance;
    }

    private double LogDensity(int n, int k, double[] residual)
    {
        double[][] factor = _factors[k] ?? throw new InvalidOperationException("A component of the mixture has collapsed to a covariance that is not positive definite.");
        double logDeterminant = 0, expected = 0, squares = 0;
        for (int i = 0; i < _dimension; i++)
        {
            residual[i] = _rows[n][i] - Means[k][i];
            logDeterminant += 2 * Math.Log(factor[i][i]);
            expected += SpecialFunctions.DiGamma((Freedom[k] - i) / 2);
        }

        SmallMatrix.SolveLower(factor, residual);
        foreach (double r in residual)
            squares += r * r;
        int d = _dimension;
        return 0.5 * (d * Math.Log(2) + expected) - d / (2 * MeanPrecision[k])
            - 0.5 * (d * Math.Log(2 * Math.PI) + d * Math.Log(Freedom[k]) + logDeterminant + squares);
    }

    private double WishartTerm()
    {
        double sum = 0;
        int d = _dimension;
        for (int k = 0; k < _components; k++)
        {
            double halfLog = 0, gammas = 0;
            for (int i = 0; i < d; i++)
            {
                halfLog += Math.Log(_factors[k]![i][i]);
                gammas += SpecialFunctions.GammaLn((Freedom[k] - i) / 2);
            }

            sum -= Freedom[k] * (-halfLog - 0.5 * d * Math.Log(Freedom[k])) + 0.5 * Freedom[k] * d * Math.Log(2) + gammas;
        }

        return sum;
    }

    private double DirichletTerm(double total) => -SpecialFunctions.GammaLn(total) + Concentration.Sum(SpecialFunctions.GammaLn);
}
