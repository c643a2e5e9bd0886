namespace TorchSharp.Modules;

/// <summary>The distance to the positive minus that to the negative, plus the margin, at least 0.</summary>
/// <param name="margin">The margin.</param>
/// <param name="p">The power or norm.</param>
/// <param name="eps">Keeps divisors and logarithms finite.</param>
/// <param name="swap">Whether the negative is compared with the positive where that is nearer.</param>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class TripletMarginLoss(double margin = 1, long p = 2, double eps = 1e-06, bool swap = false,
    torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
{
    /// <summary>The margin.</summary>
    public double margin { get; } = margin;

    /// <summary>The power or norm.</summary>
    public long p { get; } = p;

    private readonly double _eps = eps;

    private readonly bool _swap = swap;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor anchor, torch.Tensor positive, torch.Tensor negative) =>
        torch.nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, _eps, _swap, reduction);
}
