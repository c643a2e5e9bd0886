namespace TorchSharp.Modules;

/// <summary>The input where the target is 1; the margin minus the input, at least 0, where it is -1.</summary>
/// <param name="margin">The margin.</param>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class HingeEmbeddingLoss(double margin = 0, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : Loss<torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
{
    /// <summary>The margin.</summary>
    public double margin { get; } = margin;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.hinge_embedding_loss(input, target, margin, reduction);
}
