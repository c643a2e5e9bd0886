namespace TorchSharp.Modules;

/// <summary>The mean over classes of the cross entropies of 0/1 targets and logits.</summary>
/// <param name="weight">A factor per class or element; null for ones.</param>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class MultiLabelSoftMarginLoss(torch.Tensor? weight = null,
    torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>(weight, reduction)
{
    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.multilabel_soft_margin_loss(input, target, weight, reduction);
}
