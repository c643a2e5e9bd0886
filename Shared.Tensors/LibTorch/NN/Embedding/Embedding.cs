namespace TorchSharp.Modules;

/// <summary>A learned vector per index.</summary>
public sealed class Embedding : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long _paddingIndex;
    private readonly double? _maxNorm;
    private readonly double _normType;
    private readonly bool _scaleGradient;
    private readonly bool _sparse;

    internal Embedding(Parameter weight, long? paddingIndex, double? maxNorm, double normType, bool scaleGradient, bool sparse)
        : base(nameof(Embedding))
    {
        var count = weight.shape[0];
        if (paddingIndex is { } index && (index < -count || index >= count))
            throw new ArgumentException($"padding_idx is {index}; it must be in [{-count}, {count - 1}].", nameof(paddingIndex));
        // Libtorch takes -1 for none.
        _paddingIndex = paddingIndex is { } given ? (given < 0 ? given + count : given) : -1;
        _maxNorm = maxNorm;
        _normType = normType;
        _scaleGradient = scaleGradient;
        _sparse = sparse;
        register_parameter(nameof(weight), weight);
    }

    /// <summary>Indices by vector elements; setting it disposes the former one.</summary>
    public Parameter weight
    {
        get => OwnParameters[nameof(weight)];
        set => ConditionallyRegisterParameter(nameof(weight), value);
    }

    /// <summary>The vectors of indices: the input's shape, then the vector's elements.</summary>
    /// <param name="input">Indices, of type int64 or int32.</param>
    public override torch.Tensor forward(torch.Tensor input)
    {
        if (_maxNorm is not { } norm)
            return NNOperators.Embedding.Call(weight, input, _paddingIndex, _scaleGradient, _sparse);
        using var indices = input.contiguous();
        using (torch.no_grad())
            NNOperators.EmbeddingRenormInPlace.Run(weight, indices, norm, _normType);
        return NNOperators.Embedding.Call(weight, indices, _paddingIndex, _scaleGradient, _sparse);
    }
}
