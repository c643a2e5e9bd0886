namespace TorchSharp.Modules;

/// <summary>x / 6 + 1 / 2, clamped to [0, 1].</summary>
public sealed class Hardsigmoid : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly bool _inplace;

    internal Hardsigmoid(bool inplace)
        : base(nameof(Hardsigmoid))
    {
        _inplace = inplace;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        (_inplace ? NNOperators.HardsigmoidInPlace : NNOperators.Hardsigmoid).Call(tensor);
}
