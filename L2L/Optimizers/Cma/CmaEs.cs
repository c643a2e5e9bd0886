using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace L2L;

/// <summary>
/// CMA-ES with full covariance: mean, step size and covariance of a normal distribution follow the better half of each generation. Points
/// beyond the bounds are drawn again, and in the end moved onto them. Along integers and categories the distribution stays so wide that other
/// values go on being tried. With <see cref="CmaEsOptions.PopulationGrowth"/> it starts again where it has converged (IPOP).
/// </summary>
/// <remarks>
/// <b>Source:</b> Hansen (2016), "The CMA evolution strategy: a tutorial"; after Hamano et al. (2022), "CMA-ES with margin: lower-bounding marginal
/// probability for mixed-integer black-box optimization", for integers; Auger and Hansen (2005), "A restart CMA evolution strategy with increasing population size", for restarts.
/// </remarks>
public sealed class CmaEs : Optimizer<CmaEsOptions>
{
    private const int Redraws = 20;
    private const int LargestPopulation = 1 << 20;
    private readonly double[] _scale;
    private readonly int _firstPopulation;
    private CmaConstants _constants;
    private CmaConvergence _convergence;
    private int _population;
    private double _leastDeviation;
    private int _restarts;
    private int _runGenerations;
    private double[]? _mean;
    private double[] _start = [];
    private double _sigma = 1;
    private double[] _stepPath;
    private double[] _covariancePath;
    private double[][] _covariance;
    private double[][] _axes = [];
    private double[] _lengths = [];

    /// <summary>Makes the optimizer.</summary>
    /// <param name="problem">What it searches.</param>
    /// <param name="options">Its options.</param>
    public CmaEs(SearchProblem problem, CmaEsOptions? options = null)
        : base("cma-es", problem, options ?? new CmaEsOptions())
    {
        int d = problem.Dimension;
        _firstPopulation = Options.PopulationSize ?? 4 + (int)(3 * Math.Log(d));
        _scale = new double[d];
        for (int i = 0; i < d; i++)
        {
            double range = problem.Space.Upper[i] - problem.Space.Lower[i];
            _scale[i] = double.IsFinite(range) && range > 0 ? range * Options.InitialDeviation : Options.InitialDeviation;
        }

        Begin(0);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Candidate> Propose()
    {
        _start = _mean ?? Start();
        return [.. Enumerable.Range(0, _population).Select(_ => new Candidate(Sample()))];
    }

    /// <inheritdoc/>
    protected override void Learn(IReadOnlyList<Trial> trials)
    {
        int d = Problem.Dimension;
        CmaConstants c = _constants;
        NoteFitness(trials);
        Trial[] sorted = Ranking.BestFirst(trials);
        // Steps in units of the first deviation and the present step size.
        double[][] steps = [.. sorted.Take(c.Weights.Length).Select(t => t.Point.Select((x, i) => (x - _start[i]) / (_scale[i] * _sigma)).ToArray())];
        var step = new double[d];
        for (int k = 0; k < steps.Length; k++)
        {
            for (int i = 0; i < d; i++)
                step[i] += c.Weights[k] * steps[k][i];
        }

        _mean = [.. _start.Select((x, i) => x + _scale[i] * _sigma * step[i])];
        double[] whitened = Whiten(step);
        double length = 0;
        for (int i = 0; i < d; i++)
        {
            _stepPath[i] = (1 - c.StepPath) * _stepPath[i] + Math.Sqrt(c.StepPath * (2 - c.StepPath) * c.EffectiveCount) * whitened[i];
            length += _stepPath[i] * _stepPath[i];
        }

        length = Math.Sqrt(length);
        bool stalls = length / Math.Sqrt(1 - Math.Pow(1 - c.StepPath, 2 * (_runGenerations + 1))) >= (1.4 + 2.0 / (d + 1)) * c.ExpectedLength;
        for (int i = 0; i < d; i++)
            _covariancePath[i] = (1 - c.CovariancePath) * _covariancePath[i] + (stalls ? 0 : Math.Sqrt(c.CovariancePath * (2 - c.CovariancePath) * c.EffectiveCount) * step[i]);
        UpdateCovariance(steps, stalls);
        _sigma *= Math.Exp(Math.Min(1, c.StepPath / c.StepDamping * (length / c.ExpectedLength - 1)));
        KeepIntegersMoving();
        Decompose();
        Note("sigma", _sigma);
        Note("axis_lengths", _lengths);
        _runGenerations++;
        if (Options.PopulationGrowth is null)
            return;
        Note("restarts", (long)_restarts);
        double deviation = _sigma * Math.Sqrt(Enumerable.Range(0, d).Max(i => _covariance[i][i]));
        if (_convergence.Tell(trials.Select(static trial => trial.Sum), deviation, _lengths))
            Begin(_restarts + 1);
    }

    /// <inheritdoc/>
    protected override void Save(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (_mean is not null)
            state.Set("mean", (ReadOnlySpan<double>)_mean);
        state.Set("sigma", _sigma);
        state.Set("stepPath", (ReadOnlySpan<double>)_stepPath);
        state.Set("covariancePath", (ReadOnlySpan<double>)_covariancePath);
        state.Set("covariance", _covariance);
        state.Set("restarts", _restarts);
        state.Set("runGenerations", _runGenerations);
        _convergence.Save(state);
    }

    /// <inheritdoc/>
    protected override void Load(OptimizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        int d = Problem.Dimension;
        Begin(state.GetInt32("restarts"));
        _runGenerations = state.GetInt32("runGenerations");
        _convergence.Load(state);
        _mean = state.Contains("mean") ? state.GetArray("mean", d) : null;
        _sigma = state.GetDouble("sigma");
        _stepPath = state.GetArray("stepPath", d);
        _covariancePath = state.GetArray("covariancePath", d);
        _covariance = state.GetRows("covariance");
        Decompose();
    }

    // A run: the first one, or one that starts elsewhere with a larger population after the one before has converged.
    [MemberNotNull(nameof(_constants), nameof(_convergence), nameof(_stepPath), nameof(_covariancePath), nameof(_covariance))]
    private void Begin(int run)
    {
        int d = Problem.Dimension;
        _restarts = run;
        _runGenerations = 0;
        _population = (int)Math.Min(LargestPopulation, Math.Round(_firstPopulation * Math.Pow(Options.PopulationGrowth ?? 1, run)));
        _constants = new CmaConstants(d, _population);
        _convergence = new CmaConvergence(d, _population);
        // In the middle of its cell, a coordinate then leaves it with the probability 1 / (d λ).
        _leastDeviation = 0.5 / Normal.Quantile(1 - 0.5 / ((double)d * _population));
        _mean = null;
        _sigma = 1;
        _stepPath = new double[d];
        _covariancePath = new double[d];
        _covariance = SmallMatrix.Zeros(d, d);
        for (int i = 0; i < d; i++)
            _covariance[i][i] = 1;
        Decompose();
    }

    private double[] Start()
    {
        double[] start = Problem.CreatePoint(Random);
        for (int i = 0; Options.StartInTheMiddle && _restarts == 0 && i < start.Length; i++)
        {
            double middle = (Problem.Space.Lower[i] + Problem.Space.Upper[i]) / 2;
            if (double.IsFinite(middle))
                start[i] = middle;
        }

        return start;
    }

    private double[] Sample()
    {
        var point = new double[_start.Length];
        for (int attempt = 0; ; attempt++)
        {
            bool isInside = true;
            double[] standard = Draw.Normals(point.Length);
            for (int i = 0; i < point.Length; i++)
            {
                double sum = 0;
                for (int j = 0; j < standard.Length; j++)
                    sum += _axes[i][j] * _lengths[j] * standard[j];
                point[i] = _start[i] + _scale[i] * _sigma * sum;
                isInside &= point[i] >= Problem.Space.Lower[i] && point[i] <= Problem.Space.Upper[i];
            }

            if (isInside || attempt == Redraws)
                return point;
        }
    }

    private double[] Whiten(double[] step)
    {
        int d = step.Length;
        var rotated = new double[d];
        for (int j = 0; j < d; j++)
        {
            for (int i = 0; i < d; i++)
                rotated[j] += _axes[i][j] * step[i];
            rotated[j] /= _lengths[j];
        }

        var whitened = new double[d];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
                whitened[i] += _axes[i][j] * rotated[j];
        }

        return whitened;
    }

    private void UpdateCovariance(double[][] steps, bool stalls)
    {
        CmaConstants c = _constants;
        double keep = 1 - c.RankOne - c.RankMu + (stalls ? c.RankOne * c.CovariancePath * (2 - c.CovariancePath) : 0);
        for (int i = 0; i < _covariance.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rankMu = 0;
                for (int k = 0; k < steps.Length; k++)
                    rankMu += c.Weights[k] * steps[k][i] * steps[k][j];
                _covariance[i][j] = keep * _covariance[i][j] + c.RankOne * _covariancePath[i] * _covariancePath[j] + c.RankMu * rankMu;
                _covariance[j][i] = _covariance[i][j];
            }
        }
    }

    // Where nearly all draws of a coordinate round to the same value, selection says nothing about the others, and the search is stuck there.
    private void KeepIntegersMoving()
    {
        for (int p = 0; p < Problem.Space.Parameters.Count; p++)
        {
            int i = Problem.Space.OffsetOf(p);
            double deviation = _scale[i] * _sigma * Math.Sqrt(_covariance[i][i]);
            double least = CellWidth(Problem.Space.Parameters[p], _mean![i]) * _leastDeviation;
            if (deviation >= least)
                continue;
            for (int j = 0; j < _covariance.Length; j++)
            {
                _covariance[i][j] *= least / deviation;
                _covariance[j][i] *= least / deviation;
            }
        }
    }

    // How far apart the borders are between which the coordinate rounds to the same value; 0 where it does not round.
    private static double CellWidth(Parameter parameter, double coordinate)
    {
        if (parameter is not IntegerParameter { IsLog: true })
            return parameter is IntegerParameter or CategoryParameter ? 1 : 0;
        double value = Math.Max(1, Math.Round(Math.Exp(coordinate)));
        return Math.Log((value + 0.5) / (value - 0.5));
    }

    private void Decompose()
    {
        int d = _covariance.Length;
        Evd<double> eigen = Matrix<double>.Build.DenseOfRowArrays(_covariance).Evd(Symmetricity.Symmetric);
        double largest = Math.Max(double.Epsilon, eigen.EigenValues.Max(static v => v.Real));
        _lengths = [.. eigen.EigenValues.Select(v => Math.Sqrt(Math.Max(v.Real, 1e-14 * largest)))];
        _axes = SmallMatrix.Zeros(d, d);
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
                _axes[i][j] = eigen.EigenVectors[i, j];
        }
    }
}
