namespace TorchSharp.Modules;

/// <summary>The Kullback-Leibler summands of a target distribution from one given by its logarithms.</summary>
/// <param name="log_target">Whether the target is in logarithms.</param>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class KLDivLoss(bool log_target = true, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : Loss<torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
{
    /// <summary>Whether the target is in logarithms.</summary>
    public bool log_target { get; } = log_target;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.kl_div(input, target, log_target, reduction);
}
