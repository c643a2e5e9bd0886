namespace Lagom.Rl;

/// <summary>Rows of numbers: ±1 of the policy are the bounds where both are finite, and what lies beyond bounds is clipped.</summary>
internal sealed class ContinuousStage(IEnvironmentBatch<float> environments, Box space) : ActionStage
{
    private readonly float[] _actions = new float[environments.Count * space.FlatDimension];

    public override bool IsContinuous => true;

    public override int Outputs => space.FlatDimension;

    public override ActionKernel CreateKernel(float[] logDeviations) => new GaussianKernel(logDeviations);

    public override void Step(ReadOnlySpan<float> actions)
    {
        Convert(actions, _actions, space);
        environments.Step(_actions);
    }

    public override IPolicy CreatePolicy(PolicyEvaluator evaluator) => new ContinuousPolicy(evaluator, space);

    public static void Convert(ReadOnlySpan<float> actions, Span<float> destination, Box space)
    {
        int size = space.FlatDimension;
        for (int i = 0; i < destination.Length; i++)
        {
            float low = space.Low[i % size], high = space.High[i % size];
            float action = float.IsFinite(low) && float.IsFinite(high) ? low + (0.5f * (actions[i] + 1) * (high - low)) : actions[i];
            destination[i] = Math.Clamp(action, low, high);
        }
    }
}
