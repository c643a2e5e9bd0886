namespace TorchSharp.Modules;

/// <summary>Minus the input at the target class.</summary>
/// <param name="weight">A factor per class or element; null for ones.</param>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class NLLLoss(torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>(weight, reduction)
{
    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.nll_loss(input, target, weight, reduction);
}
