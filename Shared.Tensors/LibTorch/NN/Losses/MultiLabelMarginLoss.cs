namespace TorchSharp.Modules;

/// <summary>How far other classes come within 1 of the target classes, which a -1 ends.</summary>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class MultiLabelMarginLoss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : Loss<torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
{
    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.multi_label_margin_loss(input, target, reduction);
}
