using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>Individuals of independent categories 0 to k − 1 (Int64); category c has the probability softmax(logits)_c.</summary>
public sealed class CategoricalPopulation : IPopulation
{
    private readonly int _categories;
    private readonly int _numbers;

    /// <summary>Makes the distribution of a tensor that stays the caller's.</summary>
    /// <param name="logits">Logarithms of the probabilities, up to a constant. Shape [individual shape, k]; [k] for individuals of one category.</param>
    /// <exception cref="ArgumentException">The type or shape is not allowed.</exception>
    public CategoricalPopulation(Tensor logits)
    {
        PopulationCheck.SameKind((nameof(logits), logits));
        if (logits.ndim == 0 || logits.numel() == 0)
            throw new ArgumentException($"logits have shape [{string.Join(", ", logits.shape)}]; the last dimension must hold the categories.", nameof(logits));
        Logits = logits;
        IndividualShape = logits.shape[..^1];
        Parameters = new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["logits"] = logits };
        _categories = checked((int)logits.shape[^1]);
        _numbers = checked((int)(logits.numel() / _categories));
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Tensor> Parameters { get; }

    /// <inheritdoc />
    public IReadOnlyList<long> IndividualShape { get; }

    /// <inheritdoc />
    public bool IsSymmetric => false;

    /// <summary>Logarithms of the probabilities, up to a constant. Shape [individual shape, k].</summary>
    public Tensor Logits { get; }

    /// <inheritdoc />
    public Tensor Draw(IndividualRange range)
    {
        if (range.Sign < 0)
            throw new ArgumentException("Categories have no mirror images.", nameof(range));
        using IDisposable still = no_grad();
        using DisposeScope scope = NewDisposeScope();
        double[] weights = Logits.softmax(-1).type(ScalarType.Float64).ToArray<double>();
        double[] uniform = range.UniformNoise(_numbers);
        var drawn = new long[uniform.Length];
        for (int i = 0; i < drawn.Length; i++)
            drawn[i] = Choice.Of(weights.AsSpan(i % _numbers * _categories, _categories), uniform.AsSpan(i, 1))[0];
        return tensor(drawn, [range.Count, .. IndividualShape]).ToDevice(Logits.device).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public Tensor LogProbability(Tensor individuals)
    {
        PopulationCheck.Individuals(individuals, IndividualShape, Logits, sameType: false);
        if (individuals.dtype != ScalarType.Int64)
            throw new ArgumentException($"Individuals are {individuals.dtype}; categories are Int64.", nameof(individuals));
        using DisposeScope scope = NewDisposeScope();
        Tensor all = Logits.log_softmax(-1).expand([individuals.shape[0], .. Logits.shape]);
        Tensor each = all.gather(-1, individuals.unsqueeze(-1));
        return each.reshape(individuals.shape[0], -1).sum(1).MoveToOuterDisposeScope();
    }
}
