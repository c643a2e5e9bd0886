using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>The networks of an on-policy algorithm: what the policy's distribution is made of, and a value, for rows of observations.</summary>
internal abstract class ActorCritic : nn.Module
{
    protected ActorCritic(string name)
        : base(name)
    {
    }

    /// <summary>The logarithms of the standard deviations of continuous actions; null for choices.</summary>
    public abstract TorchSharp.Modules.Parameter? LogDeviation { get; }

    /// <summary>Whether rows remember what was seen before.</summary>
    public abstract bool IsRecurrent { get; }

    /// <summary>Takes over the weights for <see cref="Act"/>, as they are now.</summary>
    public abstract void Refresh();

    /// <summary>Writes the weights that <see cref="Act"/> goes by, which may be older than those that are learnt.</summary>
    public abstract void SaveActing(NumberWriter writer);

    /// <summary>Reads back what <see cref="SaveActing"/> wrote.</summary>
    public abstract void LoadActing(NumberReader reader);

    /// <summary>Computes outputs and values without autograd; a recurrent network moves on.</summary>
    /// <param name="observations">What is seen [rows, observation].</param>
    /// <param name="isFirst">Whether an episode begins [rows].</param>
    /// <param name="memory">What the rows remember; null where the network is not recurrent.</param>
    /// <param name="outputs">Receives what the distribution is made of [rows, outputs]; empty where it is not wanted.</param>
    /// <param name="values">Receives the values [rows]; empty where they are not wanted.</param>
    public abstract void Act(ReadOnlySpan<float> observations, ReadOnlySpan<bool> isFirst, RecurrentMemory? memory, Span<float> outputs, Span<float> values);

    /// <summary>The values of observations that end episodes, given what was remembered before; nothing moves on.</summary>
    /// <param name="observation">What is seen [1, observation].</param>
    /// <param name="memory">What the rows remember; null where the network is not recurrent.</param>
    /// <param name="row">Which row of the memory saw it.</param>
    public abstract float Value(ReadOnlySpan<float> observation, RecurrentMemory? memory, int row);

    /// <summary>What rows remember at first; null where the network is not recurrent.</summary>
    public abstract RecurrentMemory? CreateMemory(int rows);

    /// <summary>Computes outputs [rows, outputs] and values [rows, 1] with autograd.</summary>
    /// <param name="observations">Rows [rows, observation]; of a recurrent network sequences [time, batch, observation].</param>
    /// <param name="isFirst">Where episodes begin [time, batch]; null where the network is not recurrent.</param>
    /// <param name="start">What was remembered before the sequences; null where the network is not recurrent.</param>
    public abstract (Tensor Outputs, Tensor Values) Learn(Tensor observations, Tensor? isFirst, LstmState? start);
}
