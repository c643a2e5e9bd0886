using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>What an LSTM remembers, for every row of a batch.</summary>
/// <param name="Hidden">The hidden state [batch, units].</param>
/// <param name="Cell">The cell [batch, units].</param>
public readonly record struct LstmState(Tensor Hidden, Tensor Cell)
{
    /// <summary>The state before anything was seen.</summary>
    /// <param name="batch">How many rows.</param>
    /// <param name="units">How many units.</param>
    /// <param name="device">Where the state is; null for the processor.</param>
    public static LstmState Zeros(long batch, int units, Device? device = null) =>
        new(zeros([batch, units], ScalarType.Float32, device), zeros([batch, units], ScalarType.Float32, device));

    /// <summary>The same numbers, without the record that gradients flow through.</summary>
    public LstmState Detach() => new(Hidden.detach(), Cell.detach());

    /// <summary>Multiplies both by a factor per row: 0 forgets.</summary>
    /// <param name="factors">The factors [batch, 1].</param>
    public LstmState Scale(Tensor factors) => new(Hidden * factors, Cell * factors);

    /// <summary>Hands the tensors to the dispose scope outside the present one.</summary>
    public LstmState MoveToOuterDisposeScope() => new(Hidden.MoveToOuterDisposeScope(), Cell.MoveToOuterDisposeScope());
}
