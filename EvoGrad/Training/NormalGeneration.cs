using System.Numerics.Tensors;
using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace EvoGrad;

/// <summary>
/// Normal populations: the score in closed form, so that no graph is built. With ε = (x − μ)/σ the gradients are Σ w ε / σ for the mean and
/// Σ w (ε² − 1) / σ for the standard deviation.
/// </summary>
internal sealed class NormalGeneration : Generation
{
    // Up to so many bytes, the noise of a generation is kept from its evaluation to its gradient instead of being drawn again.
    private const long HeldBytes = 32 << 20;

    private readonly NormalPopulation _population;
    private readonly int _dimension;
    private readonly bool _holdsNoise;
    private readonly bool _isOnProcessor;
    private readonly Tensor _noise;
    private readonly Tensor _individuals;
    private readonly NoiseSums _sums;

    // The seed whose noise is in memory.
    private long? _held;

    public NormalGeneration(NormalPopulation population, int count, bool isPaired, int threads, long batchBytes)
        : base(population, count, isPaired, threads, batchBytes)
    {
        _population = population;
        _dimension = checked((int)population.Dimension);
        ScalarType type = population.Mean.dtype;
        _isOnProcessor = population.Mean.is_cpu();
        _holdsNoise = IsWhole || (long)Originals * _dimension * population.Mean.element_size() <= HeldBytes;
        _noise = empty(_holdsNoise ? Originals : Rows, _dimension, type).DetachFromDisposeScope();
        _individuals = empty(IsWhole ? Count : Rows, _dimension, type).DetachFromDisposeScope();
        _sums = new NoiseSums(_dimension, population.Scale.requires_grad, population.IsIsotropic, threads);
    }

    public override void Evaluate(long seed, Fitness fitness, double[] values, CancellationToken cancellationToken)
    {
        _held = null;
        using DisposeScope scope = NewDisposeScope();
        double[] mean = Numbers(_population.Mean), sigma = Sigma();
        double[] mirrored = IsPaired && !IsWhole ? Array.ConvertAll(sigma, number => -number) : [];
        for (int row = 0; row < Originals; row += Rows)
        {
            int rows = Math.Min(Rows, Originals - row);
            Fill(seed, row, rows, mean, sigma, IsPaired && IsWhole);
            EvaluateRows(IsWhole ? Count : rows, seed, row, fitness, values, cancellationToken);
            if (!IsPaired || IsWhole)
                continue;
            Fill(seed, row, rows, mean, mirrored, twice: false);
            EvaluateRows(rows, seed, Originals + row, fitness, values, cancellationToken);
        }

        if (_holdsNoise)
            _held = seed;
    }

    public override void SetGradients(long seed, double[] weights, CancellationToken cancellationToken)
    {
        using DisposeScope scope = NewDisposeScope();
        double[] sigma = Sigma();
        double[] odd = weights, even = weights;
        if (IsPaired)
        {
            // A mirror image has the opposite ε and the same ε².
            (odd, even) = (new double[Originals], new double[Originals]);
            TensorPrimitives.Subtract(weights.AsSpan(0, Originals), weights.AsSpan(Originals), odd);
            TensorPrimitives.Add(weights.AsSpan(0, Originals), weights.AsSpan(Originals), even);
        }

        _sums.Clear();
        bool isHeld = _held == seed;
        // Noise that is drawn below takes the place of what was held.
        _held = isHeld ? seed : null;
        for (int row = 0; row < Originals; row += Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int rows = Math.Min(Rows, Originals - row);
            using Tensor noise = NoiseOf(row, rows);
            if (!isHeld)
                Fill(noise, seed, row);
            _sums.Add(noise, odd.AsMemory(row, rows), even.AsMemory(row, rows));
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

    private Tensor NoiseOf(int row, int rows) => _noise.narrow(0, _holdsNoise ? row : 0, rows);

    private void Fill(Tensor noise, long seed, int row)
    {
        if (noise.dtype == ScalarType.Float64)
            NoiseMatrix<double>.Fill(noise, seed, row, Threads);
        else
            NoiseMatrix<float>.Fill(noise, seed, row, Threads);
    }

    private void Fill(long seed, int row, int rows, double[] mean, double[] sigma, bool twice)
    {
        using Tensor noise = NoiseOf(row, rows);
        if (noise.dtype == ScalarType.Float64)
            NoiseMatrix<double>.Fill(noise, _individuals, seed, row, mean, sigma, twice, Threads);
        else
            NoiseMatrix<float>.Fill(noise, _individuals, seed, row, mean, sigma, twice, Threads);
    }

    private void EvaluateRows(int rows, long seed, int first, Fitness fitness, double[] values, CancellationToken cancellationToken)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor part = rows == _individuals.shape[0] ? _individuals : _individuals.narrow(0, 0, rows);
        if (_population.IndividualShape.Count != 1)
            part = part.reshape([rows, .. _population.IndividualShape]);
        fitness.Evaluate(_isOnProcessor ? part : part.ToDevice(_population.Mean.device), seed, first, values.AsMemory(first, rows), Threads, cancellationToken);
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
        parameter.SetGradient(parameter.is_cpu() ? numbers : numbers.ToDevice(parameter.device));
    }
}
