namespace TorchSharp.Modules;

/// <summary>Minus the logarithm of the normal density at the target, given means and variances.</summary>
/// <param name="full">Whether the constants are included.</param>
/// <param name="eps">Keeps divisors and logarithms finite.</param>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class GaussianNLLLoss(bool full = false, float eps = 1e-08f,
    torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
{
    /// <summary>Whether the constants are included.</summary>
    public bool full { get; } = full;

    /// <summary>Keeps divisors and logarithms finite.</summary>
    public float eps { get; } = eps;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target, torch.Tensor variance) =>
        torch.nn.functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);
}
