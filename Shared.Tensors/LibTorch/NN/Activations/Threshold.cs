namespace TorchSharp.Modules;

/// <summary>x above the threshold, else a value.</summary>
public sealed class Threshold : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _threshold;
    private readonly double _value;
    private readonly bool _inplace;

    internal Threshold(double threshold, double value, bool inplace)
        : base(nameof(Threshold))
    {
        _threshold = threshold;
        _value = value;
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        (_inplace ? NNOperators.ThresholdInPlace : NNOperators.Threshold).Call(tensor, _threshold, _value);
}
