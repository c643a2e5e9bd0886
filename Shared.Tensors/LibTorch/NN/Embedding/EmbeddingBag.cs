namespace TorchSharp.Modules;

/// <summary>The sum, mean or largest elements of the learned vectors of each bag of indices, without the vectors themselves.</summary>
public sealed class EmbeddingBag : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>,
    torch.nn.IModule<torch.Tensor, torch.Tensor, torch.Tensor>
{
    private readonly EmbeddingBagMode _mode;
    private readonly double? _maxNorm;
    private readonly double _normType;
    private readonly bool _scaleGradient;
    private readonly bool _sparse;
    private readonly bool _hasLastOffset;
    private readonly long _paddingIndex;

    internal EmbeddingBag(Parameter weight, EmbeddingBagMode mode, double? maxNorm, double normType, bool scaleGradient, bool sparse, bool hasLastOffset, long paddingIndex)
        : base(nameof(EmbeddingBag))
    {
        if (paddingIndex < -1 || paddingIndex >= weight.shape[0])
            throw new ArgumentException($"padding_index is {paddingIndex}; it must be in [0, {weight.shape[0] - 1}], or -1 for none.", nameof(paddingIndex));
        _mode = mode;
        _maxNorm = maxNorm;
        _normType = normType;
        _scaleGradient = scaleGradient;
        _sparse = sparse;
        _hasLastOffset = hasLastOffset;
        _paddingIndex = paddingIndex;
        register_parameter(nameof(weight), weight);
    }

    /// <summary>Indices by vector elements; setting it disposes the former one.</summary>
    public Parameter weight
    {
        get => OwnParameters[nameof(weight)];
        set => ConditionallyRegisterParameter(nameof(weight), value);
    }

    /// <summary>The bags of indices: bags by vector elements. Call it by <c>call</c>, which runs the hooks too.</summary>
    /// <param name="input">Indices, of type int64 or int32: bags by indices, or all of them in one row.</param>
    /// <param name="offsets">Where in the row each bag begins; null where each row is a bag.</param>
    /// <param name="perSampleWeights">A factor for each index, of the input's shape, for sums only; null for ones.</param>
    /// <exception cref="ArgumentException">The input has neither one dimension and offsets nor two and none.</exception>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor offsets, torch.Tensor perSampleWeights)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!(input.ndim == 2 && offsets is null) && !(input.ndim == 1 && offsets is not null))
            throw new ArgumentException($"Indices have {input.ndim} dimensions and {(offsets is null ? "no offsets" : "offsets")}; there must be one dimension with offsets, or two without.", nameof(input));
        using var scope = torch.NewDisposeScope();
        var starts = offsets ?? torch.arange(0, input.numel(), input.shape[1], input.dtype, input.device);
        var indices = input.reshape(-1);
        if (_maxNorm is { } norm)
        {
            using (torch.no_grad())
                NNOperators.EmbeddingRenormInPlace.Run(weight, indices, norm, _normType);
        }

        // The bags of a matrix have no last offset, whatever those that are given have.
        return NNOperators.EmbeddingBag.Call4(
            weight, indices, starts, _scaleGradient, (long)_mode, _sparse, perSampleWeights?.reshape(-1), _hasLastOffset && offsets is not null,
            _paddingIndex < 0 ? Argument.None : _paddingIndex).First.MoveToOuterDisposeScope();
    }

    /// <summary>The bags of a matrix of indices, with the hooks.</summary>
    /// <param name="input">Bags by indices, of type int64 or int32.</param>
    public torch.Tensor call(torch.Tensor input) => call(input, null!, null!);

    /// <summary>The bags of a row of indices, with the hooks.</summary>
    /// <param name="input">Indices, of type int64 or int32.</param>
    /// <param name="offsets">Where in the row each bag begins.</param>
    public torch.Tensor call(torch.Tensor input, torch.Tensor offsets) => call(input, offsets, null!);
}
