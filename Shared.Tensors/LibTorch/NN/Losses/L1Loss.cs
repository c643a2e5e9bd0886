namespace TorchSharp.Modules;

/// <summary>|input - target|.</summary>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class L1Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : Loss<torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
{
    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.l1_loss(input, target, reduction);
}
