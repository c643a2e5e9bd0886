namespace TorchSharp.Modules;

/// <summary>Half the squared difference where it is below delta, else delta (its size - delta / 2).</summary>
/// <param name="delta">Where the loss turns linear.</param>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class HuberLoss(double delta = 1, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : Loss<torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
{
    /// <summary>Where the loss turns linear.</summary>
    public double delta { get; } = delta;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.huber_loss(input, target, delta, reduction);
}
