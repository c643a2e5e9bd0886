namespace TorchSharp.Modules;

/// <summary>How far other classes come within the margin of the target class, to a power.</summary>
/// <param name="p">The power or norm.</param>
/// <param name="margin">The margin.</param>
/// <param name="weight">A factor per class or element; null for ones.</param>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class MultiMarginLoss(int p = 1, double margin = 1, torch.Tensor? weight = null,
    torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>(weight, reduction)
{
    /// <summary>The power or norm.</summary>
    public int p { get; } = p;

    /// <summary>The margin.</summary>
    public double margin { get; } = margin;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.multi_margin_loss(input, target, p, margin, weight, reduction);
}
