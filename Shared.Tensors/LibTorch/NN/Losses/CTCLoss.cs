namespace TorchSharp.Modules;

/// <summary>Minus the logarithm of the probability of label sequences, over all alignments.</summary>
/// <param name="blank">The class that stands for no label.</param>
/// <param name="zero_infinity">Whether impossible labels count 0.</param>
/// <param name="reduction">What becomes of the elements' values.</param>
public sealed class CTCLoss(long blank = 0, bool zero_infinity = false,
    torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
    : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
{
    /// <summary>The class that stands for no label.</summary>
    public long blank { get; } = blank;

    /// <summary>Whether impossible labels count 0.</summary>
    public bool zero_infinity { get; } = zero_infinity;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor log_probs, torch.Tensor targets, torch.Tensor input_lengths, torch.Tensor target_lengths) =>
        torch.nn.functional.ctc_loss(log_probs, targets, input_lengths, target_lengths, blank, zero_infinity, reduction);
}
