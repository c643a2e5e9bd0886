namespace Lagom.Rl;

/// <summary>A learnt policy of choices.</summary>
internal sealed class DiscretePolicy(PolicyEvaluator evaluator, Discrete space) : IPolicy<int>
{
    public int ObservationSize => evaluator.ObservationSize;

    public Space ActionSpace => space;

    public void Act(ReadOnlySpan<float> observations, ReadOnlySpan<bool> isFirst, Span<int> actions, RandomStream? random = null) =>
        DiscreteStage.Convert(evaluator.Act(observations, isFirst, actions.Length, random), actions, space.Start);
}
