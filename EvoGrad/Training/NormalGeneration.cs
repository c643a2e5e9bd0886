using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>
/// Normal populations: the score in closed form, so that no graph is built. With ε = (x − μ)/σ the gradients are Σ w ε / σ for the mean and
/// Σ w (ε² − 1) / σ for the standard deviation.
/// </summary>
internal sealed class NormalGeneration : Generation
{
    private readonly NormalPopulation _population;
    private readonly int _dimension;
    private readonly Tensor _noise;
    private readonly Tensor _individuals;
    private readonly NoiseSums _sums;

    // The seed whose noise is in memory, all of it.
    private long? _held;

    public NormalGeneration(NormalPopulation population, int count, bool isPaired, int threads, long batchBytes)
        : base(population, count, isPaired, threads, batchBytes)
    {
        _population = population;
        _dimension = checked((int)population.Dimension);
        ScalarType type = population.Mean.dtype;
        _noise = empty(Rows, _dimension, type).DetachFromDisposeScope();
        _individuals = empty(IsWhole ? Count : Rows, _dimension, type).DetachFromDisposeScope();
        _sums = new NoiseSums(_dimension, population.Scale.requires_grad, population.IsIsotropic, threads);
    }

    public override void Evaluate(long seed, Fitness fitness, double[] values, CancellationToken cancellationToken)
    {
        _held = null;
        using DisposeScope scope = NewDisposeScope();
        double[] mean = Numbers(_population.Mean), sigma = Sigma();
        for (int row = 0; row < Originals; row += Rows)
        {
            int rows = Math.Min(Rows, Originals - row);
            Fill(seed, row, rows, mean, sigma, IsPaired && IsWhole);
            EvaluateRows(IsWhole ? Count : rows, seed, row, fitness, values, cancellationToken);
            if (!IsPaired || IsWhole)
                continue;
            Fill(seed, row, rows, mean, Array.ConvertAll(sigma, number => -number), mirrored: false);
            EvaluateRows(rows, seed, Originals + row, fitness, values, cancellationToken);
        }

        if (IsWhole)
            _held = seed;
    }

    public override void SetGradients(long seed, ReadOnlySpan<double> weights, CancellationToken cancellationToken)
    {
        using DisposeScope scope = NewDisposeScope();
        double[] sigma = Sigma();
        // A mirror image has the opposite ε and the same ε².
        var odd = new double[Originals];
        var even = new double[Originals];
        for (int i = 0; i < Originals; i++)
        {
            odd[i] = IsPaired ? weights[i] - weights[i + Originals] : weights[i];
            even[i] = IsPaired ? weights[i] + weights[i + Originals] : weights[i];
        }

        _sums.Clear();
        for (int row = 0; row < Originals; row += Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int rows = Math.Min(Rows, Originals - row);
            if (_held != seed)
                Fill(seed, row, rows);
            _sums.Add(_noise, rows, odd.AsMemory(row, rows), even.AsMemory(row, rows));
        }

        _sums.Add(even);
        if (_population.Mean.requires_grad)
            Set(_population.Mean, _sums.MeanGradient(sigma));
        if (_population.Scale.requires_grad)
            Set(_population.Scale, _sums.ScaleGradient(sigma, _population.IsLogScale));
    }

    public override void Dispose()
    {
        _noise.Dispose();
        _individuals.Dispose();
    }

    private void Fill(long seed, int row, int rows)
    {
        if (_noise.dtype == ScalarType.Float64)
            NoiseMatrix<double>.Fill(_noise, seed, row, rows, Threads);
        else
            NoiseMatrix<float>.Fill(_noise, seed, row, rows, Threads);
    }

    private void Fill(long seed, int row, int rows, double[] mean, double[] sigma, bool mirrored)
    {
        if (_noise.dtype == ScalarType.Float64)
            NoiseMatrix<double>.Fill(_noise, _individuals, seed, row, rows, mean, sigma, mirrored, Threads);
        else
            NoiseMatrix<float>.Fill(_noise, _individuals, seed, row, rows, mean, sigma, mirrored, Threads);
    }

    private void EvaluateRows(int rows, long seed, int first, Fitness fitness, double[] values, CancellationToken cancellationToken)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor part = _individuals.narrow(0, 0, rows).reshape([rows, .. _population.IndividualShape]);
        fitness.Evaluate(part.ToDevice(_population.Mean.device), seed, first, values.AsMemory(first, rows), Threads, cancellationToken);
    }

    private double[] Sigma()
    {
        double[] sigma = Numbers(_population.Scale);
        if (_population.IsLogScale)
            sigma = Array.ConvertAll(sigma, Math.Exp);
        foreach (double number in sigma)
        {
            if (!(number > 0) || !double.IsFinite(number))
                throw PopulationCheck.Refused(_population.IsLogScale ? $"exp({_population.ScaleName})" : _population.ScaleName, number);
        }

        return sigma;
    }

    private static double[] Numbers(Tensor tensor) => tensor.dtype == ScalarType.Float32
        ? Array.ConvertAll(tensor.detach().ToArray<float>(), number => (double)number)
        : tensor.detach().ToArray<double>();

    private static void Set(Tensor parameter, double[] gradient)
    {
        Tensor numbers = parameter.dtype == ScalarType.Float32
            ? tensor(Array.ConvertAll(gradient, number => (float)number), parameter.shape)
            : tensor(gradient, parameter.shape);
        parameter.SetGradient(numbers.ToDevice(parameter.device));
    }
}
