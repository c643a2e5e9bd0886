namespace TorchSharp.Modules;

/// <summary>1 - cos(input1, input2) where the target is 1; the cosine above the margin where it is -1.</summary>
/// <param name="margin">The margin.</param>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class CosineEmbeddingLoss(double margin = 0, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
{
    /// <summary>The margin.</summary>
    public double margin { get; } = margin;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2, torch.Tensor target) =>
        torch.nn.functional.cosine_embedding_loss(input1, input2, target, margin, reduction);
}
