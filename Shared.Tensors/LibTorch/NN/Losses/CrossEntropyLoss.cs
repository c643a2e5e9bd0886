namespace TorchSharp.Modules;

/// <summary>Minus the logarithm of the softmax probability of the target class.</summary>
/// <param name="weight">A factor per class or element; null for ones.</param>
/// <param name="ignore_index">The class index that counts for nothing; null for none.</param>
/// <param name="reduction">What becomes of the elements' values.</param>
/// <param name="label_smoothing">The share in [0, 1] of the target that is spread over all classes.</param>
public sealed class CrossEntropyLoss(torch.Tensor? weight = null, long? ignore_index = null,
    torch.nn.Reduction reduction = torch.nn.Reduction.Mean, double label_smoothing = 0)
    : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>(weight, reduction)
{
    /// <summary>The class index that counts for nothing; null for none.</summary>
    public long? ignore_index { get; } = ignore_index;

    /// <summary>The share in [0, 1] of the target that is spread over all classes.</summary>
    public double label_smoothing { get; } = label_smoothing;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
}
