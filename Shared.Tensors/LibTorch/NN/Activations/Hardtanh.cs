namespace TorchSharp.Modules;

/// <summary>x clamped to an interval.</summary>
public sealed class Hardtanh : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _minVal;
    private readonly double _maxVal;
    private readonly bool _inplace;

    internal Hardtanh(double minVal, double maxVal, bool inplace)
        : base(nameof(Hardtanh))
    {
        _minVal = minVal;
        _maxVal = maxVal;
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        (_inplace ? NNOperators.HardtanhInPlace : NNOperators.Hardtanh).Call(tensor, _minVal, _maxVal);
}
