namespace Lagom.Rl;

/// <summary>Choices.</summary>
internal sealed class DiscreteStage(IEnvironmentBatch<int> environments, Discrete space) : ActionStage
{
    private readonly int[] _actions = new int[environments.Count];

    public override bool IsContinuous => false;

    public override int Outputs => space.Count;

    public override ActionKernel CreateKernel(float[] logDeviations) => new CategoricalKernel(space.Count);

    public override void Step(ReadOnlySpan<float> actions)
    {
        Convert(actions, _actions, space.Start);
        environments.Step(_actions);
    }

    public override IPolicy CreatePolicy(PolicyEvaluator evaluator) => new DiscretePolicy(evaluator, space);

    public static void Convert(ReadOnlySpan<float> actions, Span<int> destination, int start)
    {
        for (int i = 0; i < destination.Length; i++)
            destination[i] = start + (int)actions[i];
    }
}
