namespace TorchSharp.Modules;

/// <summary>Minus the logarithm of the Poisson probability of the target.</summary>
/// <param name="log_input">Whether the input is in logarithms.</param>
/// <param name="full">Whether the constants are included.</param>
/// <param name="eps">Keeps divisors and logarithms finite.</param>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1e-08f,
    torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : Loss<torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
{
    /// <summary>Whether the input is in logarithms.</summary>
    public bool log_input { get; } = log_input;

    /// <summary>Whether the constants are included.</summary>
    public bool full { get; } = full;

    /// <summary>Keeps divisors and logarithms finite.</summary>
    public float eps { get; } = eps;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.poisson_nll_loss(input, target, log_input, full, eps, reduction);
}
