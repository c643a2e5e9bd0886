namespace Lagom.Rl;

/// <summary>Hands the numbers that a policy chose to environments, in the environments' own kind and range.</summary>
internal abstract class ActionStage
{
    public abstract ActionKernel CreateKernel(float[] logDeviations);

    public abstract bool IsContinuous { get; }

    /// <summary>How many numbers the network gives for a row.</summary>
    public abstract int Outputs { get; }

    public abstract void Step(ReadOnlySpan<float> actions);

    public abstract IPolicy CreatePolicy(PolicyEvaluator evaluator);

    /// <exception cref="ArgumentException">Actions are neither choices nor rows of numbers.</exception>
    public static ActionStage For(IEnvironmentBatch environments) => environments switch
    {
        IEnvironmentBatch<int> { ActionSpace: Discrete space } choices => new DiscreteStage(choices, space),
        IEnvironmentBatch<float> { ActionSpace: Box space } rows => new ContinuousStage(rows, space),
        _ => throw new ArgumentException($"The environments act in {environments.ActionSpace}; on-policy algorithms need choices or rows of numbers.", nameof(environments)),
    };
}
