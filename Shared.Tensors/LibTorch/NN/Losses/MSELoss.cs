namespace TorchSharp.Modules;

/// <summary>(input - target)^2.</summary>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class MSELoss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : Loss<torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
{
    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.mse_loss(input, target, reduction);
}
