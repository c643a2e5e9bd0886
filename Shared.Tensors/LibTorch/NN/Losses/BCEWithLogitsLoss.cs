namespace TorchSharp.Modules;

/// <summary>Minus the logarithm of the probability of a 0/1 target, from logits.</summary>
/// <param name="weight">A factor per class or element; null for ones.</param>
/// <param name="reduction">What becomes of the elements' values.</param>
/// <param name="pos_weights">A factor of the positive part, per class; null for ones.</param>
public sealed class BCEWithLogitsLoss(torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean,
    torch.Tensor? pos_weights = null)
    : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>(weight, reduction)
{
    /// <summary>A factor of the positive part, per class; null for ones.</summary>
    public torch.Tensor? pos_weights { get; } = pos_weights;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
}
