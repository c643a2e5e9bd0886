namespace TorchSharp.Modules;

/// <summary>x times (x / 6 + 1 / 2 clamped to [0, 1]).</summary>
public sealed class Hardswish : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly bool _inplace;

    internal Hardswish(bool inplace)
        : base(nameof(Hardswish))
    {
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        (_inplace ? NNOperators.HardswishInPlace : NNOperators.Hardswish).Call(tensor);
}
