using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>A network that acts: tanh of its outputs, or of a normal sample around the first half of them.</summary>
internal sealed class ActorPolicy : IPolicy<float>
{
    private readonly DenseEnsemble _actor;
    private readonly ActionRange _range;
    private readonly float[] _scratch;
    private readonly float[] _outputs;
    private readonly (double Smallest, double Largest)? _logDeviations;

    public ActorPolicy(DenseEnsemble actor, Space actionSpace, ActionRange range, (double Smallest, double Largest)? logDeviations = null)
    {
        _actor = actor;
        _range = range;
        _scratch = new float[actor.ScratchLength];
        _outputs = new float[actor.Outputs];
        _logDeviations = logDeviations;
        ActionSpace = actionSpace;
    }

    public int ObservationSize => _actor.Inputs;

    public Space ActionSpace { get; }

    public void Act(ReadOnlySpan<float> observations, ReadOnlySpan<bool> isFirst, Span<float> actions, RandomStream? random = null)
    {
        PolicyRows.Check(observations.Length, isFirst.Length, actions.Length, ObservationSize, _range.Size);
        if (random is null)
            ActWithinUnit(observations, actions);
        else
            SampleWithinUnit(observations, actions, (_, source) => source.NextNormal(), random);
        _range.Scale(actions, actions);
    }

    /// <summary>Chooses the most likely actions, in [-1, 1].</summary>
    public void ActWithinUnit(ReadOnlySpan<float> observations, Span<float> actions)
    {
        int size = _range.Size;
        for (int row = 0; row * size < actions.Length; row++)
        {
            Compute(observations, row);
            TensorPrimitives.Tanh(_outputs.AsSpan(0, size), actions.Slice(row * size, size));
        }
    }

    /// <summary>Draws actions, in [-1, 1], with standard normal noise for each place; the most likely ones where the policy is deterministic.</summary>
    public void SampleWithinUnit(ReadOnlySpan<float> observations, Span<float> actions, Func<int, RandomStream, double> noise, RandomStream random)
    {
        int size = _range.Size;
        for (int i = 0; i < actions.Length; i++)
        {
            if (i % size == 0)
                Compute(observations, i / size);
            actions[i] = (float)Math.Tanh(_outputs[i % size] + Deviation(i % size) * noise(i, random));
        }
    }

    private void Compute(ReadOnlySpan<float> observations, int row) =>
        _actor.Evaluate(observations.Slice(row * ObservationSize, ObservationSize), _outputs, _scratch);

    private double Deviation(int i)
    {
        if (_logDeviations is not { } bounds)
            return 0;
        double raw = _outputs[_range.Size + i];
        return Math.Exp(bounds.Smallest + 0.5 * (bounds.Largest - bounds.Smallest) * (1 + Math.Tanh(raw)));
    }
}
