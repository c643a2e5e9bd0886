namespace Lagom.Rl;

/// <summary>A learnt policy of rows of numbers.</summary>
internal sealed class ContinuousPolicy(PolicyEvaluator evaluator, Box space) : IPolicy<float>
{
    public int ObservationSize => evaluator.ObservationSize;

    public Space ActionSpace => space;

    public void Act(ReadOnlySpan<float> observations, ReadOnlySpan<bool> isFirst, Span<float> actions, RandomStream? random = null) =>
        ContinuousStage.Convert(evaluator.Act(observations, isFirst, actions.Length, random), actions, space);
}
