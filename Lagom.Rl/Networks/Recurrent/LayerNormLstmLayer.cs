using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>A <see cref="LayerNormLstmCell"/> that goes along time.</summary>
public sealed class LayerNormLstmLayer : nn.Module<Tensor, LstmState, (Tensor Output, LstmState Last)>
{
    /// <summary>Makes the layer.</summary>
    /// <inheritdoc cref="LayerNormLstmCell(int, int, RandomStream)"/>
    public LayerNormLstmLayer(int inputs, int units, RandomStream random)
        : base(nameof(LayerNormLstmLayer))
    {
        Cell = new LayerNormLstmCell(inputs, units, random);
        register_module("cell", Cell);
    }

    /// <summary>The cell.</summary>
    public LayerNormLstmCell Cell { get; }

    /// <summary>Goes along time.</summary>
    /// <param name="input">What is seen [time, batch, inputs].</param>
    /// <param name="state">What is remembered before the first step [batch, units].</param>
    /// <returns>The hidden states [time, batch, units], and what is remembered after the last step.</returns>
    public override (Tensor Output, LstmState Last) forward(Tensor input, LstmState state) => Run(input, state);

    /// <summary>Goes along time through sequences of their own lengths and through several episodes.</summary>
    /// <param name="input">What is seen [time, batch, inputs].</param>
    /// <param name="state">What is remembered before the first step [batch, units].</param>
    /// <param name="starts">1 where an episode begins, before which the state is forgotten, else 0 [time, batch]; null for nowhere.</param>
    /// <param name="present">1 where a sequence has a step, else 0, where its state stays as it is [time, batch]; null for everywhere.</param>
    /// <returns>The hidden states [time, batch, units], and what is remembered after each sequence's last step, in the order of the batch.</returns>
    public (Tensor Output, LstmState Last) Run(Tensor input, LstmState state, Tensor? starts = null, Tensor? present = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using DisposeScope scope = NewDisposeScope();
        Tensor[] projected = Cell.Project(input).unbind(0);
        Tensor[]? keep = starts is null ? null : (1 - starts).unsqueeze(-1).unbind(0);
        Tensor[]? here = present?.unsqueeze(-1).unbind(0);
        var outputs = new Tensor[projected.Length];
        for (int t = 0; t < outputs.Length; t++)
        {
            if (keep is not null)
                state = state.Scale(keep[t]);
            LstmState next = Cell.Step(projected[t], state);
            state = here is null ? next : new LstmState(Mix(here[t], next.Hidden, state.Hidden), Mix(here[t], next.Cell, state.Cell));
            outputs[t] = state.Hidden;
        }

        Tensor output = stack(outputs).MoveToOuterDisposeScope();
        return (output, new LstmState(state.Hidden.alias(), state.Cell.alias()).MoveToOuterDisposeScope());
    }

    private static Tensor Mix(Tensor share, Tensor one, Tensor other) => share * one + (1 - share) * other;
}
