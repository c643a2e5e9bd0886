namespace TorchSharp.Modules;

/// <summary>The squared difference / (2 beta) where the difference is below beta, else its size - beta / 2.</summary>
/// <param name="reduction">What becomes of the elements' values.</param>
/// <param name="beta">Where the loss turns linear.</param>
public sealed class SmoothL1Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean, double beta = 1)
    : Loss<torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
{
    /// <summary>Where the loss turns linear.</summary>
    public double beta { get; } = beta;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.smooth_l1_loss(input, target, reduction, beta);
}
