using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.Optimization;
using Shared.Tensors;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>Maximises the marginal likelihood over the logarithms of length scales and noise, within bounds, from several starts.</summary>
internal sealed class HyperparameterSearch
{
    // In units of the standard deviation of an input component.
    private const double ShortestLength = 0.02;
    private const double LongestLength = 1000;
    private const double StartingNoise = 1e-6;
    private const double LargestNoise = 1;
    private const int Iterations = 60;

    /// <summary>Points of the first, rough stage that all starts go through.</summary>
    private const int RoughPoints = 100;

    private readonly GaussianProcessOptions _options;
    private readonly int _dimension;
    private readonly CancellationToken _cancellationToken;

    public HyperparameterSearch(GaussianProcessOptions options, int dimension, CancellationToken cancellationToken)
    {
        _options = options;
        _dimension = dimension;
        _cancellationToken = cancellationToken;
    }

    private int Lengths => _options.LengthScalePerInput ? _dimension : 1;

    private int Unknowns => Lengths + (_options.FitNoise ? 1 : 0);

    /// <summary>Searches on some of the points, roughly on the first of them, then on all.</summary>
    /// <param name="points">Standardised points in random order, row-major.</param>
    /// <param name="columns">Standardised values, a column per output.</param>
    /// <param name="random">Gives the random starts.</param>
    public Hyperparameters Maximise(double[] points, double[][] columns, RandomStream random)
    {
        double[][] varying = [.. columns.Where(column => column.AsSpan().ContainsAnyExcept(0))];
        if (varying.Length == 0)
            return new Hyperparameters([.. Enumerable.Repeat(1.0, _dimension)], _options.Nugget, [.. columns.Select(_ => 1.0)], 0);

        int count = points.Length / _dimension;
        int rough = Math.Min(count, RoughPoints);
        var likelihood = new MarginalLikelihood(_options.Kernel, points.AsSpan(0, rough * _dimension), [.. varying.Select(column => column[..rough])], _dimension);
        Candidate best = Climb(likelihood, varying.Length, StandardStart());
        for (int i = 0; i < _options.Restarts; i++)
        {
            Candidate other = Climb(likelihood, varying.Length, RandomStart(random));
            if (other.Value > best.Value)
                best = other;
        }

        if (rough < count)
            best = Climb(new MarginalLikelihood(_options.Kernel, points, varying, _dimension), varying.Length, best.Place);
        if (!double.IsFinite(best.Value))
            throw new EmulatorFitException($"No hyper-parameters give a positive definite covariance of the {count} points; raise {nameof(GaussianProcessOptions.Nugget)}.");
        return Named(best, columns);
    }

    private Candidate Climb(MarginalLikelihood likelihood, int outputs, double[] start)
    {
        var best = new Candidate(double.NegativeInfinity, start, new double[outputs]);
        var gradient = new double[_dimension + 1];
        try
        {
            new BfgsBMinimizer(1e-5, 1e-6, 1e-8, Iterations).FindMinimum(
                ObjectiveFunction.Gradient(Descend), DenseVector.OfArray(Bounds(ShortestLength, _options.Nugget)), DenseVector.OfArray(Bounds(LongestLength, LargestNoise)), DenseVector.OfArray(start));
        }
        catch (OptimizationException)
        {
            // A line search that finds no better point ends the climb; the best place seen is kept.
        }

        return best;

        (double, Vector<double>) Descend(Vector<double> place)
        {
            double[] lengths = LengthsAt(place);
            var signals = new double[outputs];
            double value = likelihood.Evaluate(lengths, NoiseAt(place), gradient, signals, _cancellationToken);
            if (value > best.Value)
                best = new Candidate(value, place.ToArray(), signals);
            var down = new double[Unknowns];
            if (!double.IsFinite(value))
                return (1e10, DenseVector.OfArray(down));
            for (int k = 0; k < _dimension; k++)
                down[Math.Min(k, Lengths - 1)] -= gradient[k];
            if (_options.FitNoise)
                down[^1] = -gradient[^1];
            return (-value, DenseVector.OfArray(down));
        }
    }

    private Hyperparameters Named(Candidate best, double[][] columns)
    {
        var signals = new double[columns.Length];
        for (int c = 0, varying = 0; c < columns.Length; c++)
            signals[c] = columns[c].AsSpan().ContainsAnyExcept(0) ? best.Signals[varying++] : 1;
        Vector<double> place = DenseVector.OfArray(best.Place);
        return new Hyperparameters(LengthsAt(place), NoiseAt(place), signals, best.Value);
    }

    private double[] LengthsAt(Vector<double> place) =>
        [.. Enumerable.Range(0, _dimension).Select(k => Math.Exp(place[Math.Min(k, Lengths - 1)]))];

    private double NoiseAt(Vector<double> place) => _options.FitNoise ? Math.Exp(place[Unknowns - 1]) : _options.Nugget;

    // Distances between random points grow with the root of the dimension.
    private double[] StandardStart() => Start(_ => Math.Sqrt(_dimension), StartingNoise);

    private double[] RandomStart(RandomStream random) =>
        Start(_ => Math.Sqrt(_dimension) * Math.Exp(random.NextDouble(Math.Log(0.1), Math.Log(10))), Math.Exp(random.NextDouble(Math.Log(1e-9), Math.Log(1e-2))));

    private double[] Start(Func<int, double> length, double noise)
    {
        var start = new double[Unknowns];
        for (int k = 0; k < Lengths; k++)
            start[k] = Math.Log(length(k));
        if (_options.FitNoise)
            start[^1] = Math.Log(Math.Clamp(noise, _options.Nugget, LargestNoise));
        return start;
    }

    private double[] Bounds(double length, double noise)
    {
        var bounds = new double[Unknowns];
        Array.Fill(bounds, Math.Log(length));
        if (_options.FitNoise)
            bounds[^1] = Math.Log(noise);
        return bounds;
    }

    private sealed record Candidate(double Value, double[] Place, double[] Signals);
}
