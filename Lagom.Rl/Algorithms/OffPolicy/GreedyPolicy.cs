using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>Takes the choice of the highest value.</summary>
internal sealed class GreedyPolicy : IPolicy<int>
{
    private readonly DenseEnsemble _network;
    private readonly Discrete _space;
    private readonly float[] _scratch;
    private readonly float[] _outputs;

    public GreedyPolicy(DenseEnsemble network, Discrete space)
    {
        _network = network;
        _space = space;
        _scratch = new float[network.ScratchLength];
        _outputs = new float[network.Outputs];
    }

    public int ObservationSize => _network.Inputs;

    public Space ActionSpace => _space;

    public void Act(ReadOnlySpan<float> observations, ReadOnlySpan<bool> isFirst, Span<int> actions, RandomStream? random = null)
    {
        PolicyRows.Check(observations.Length, isFirst.Length, actions.Length, ObservationSize, 1);
        for (int i = 0; i < actions.Length; i++)
            actions[i] = _space.Start + Best(observations.Slice(i * ObservationSize, ObservationSize));
    }

    /// <summary>The best choice, counted from 0. With dueling outputs the one of the largest advantage, which comes after the value.</summary>
    public int Best(ReadOnlySpan<float> observation)
    {
        _network.Evaluate(observation, _outputs, _scratch);
        return TensorPrimitives.IndexOfMax(_outputs.AsSpan(_outputs.Length - _space.Count));
    }
}
