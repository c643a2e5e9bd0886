namespace TorchSharp.Modules;

/// <summary>log(1 + e^(-target input)), with targets 1 and -1.</summary>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class SoftMarginLoss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : Loss<torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
{
    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.soft_margin_loss(input, target, reduction);
}
