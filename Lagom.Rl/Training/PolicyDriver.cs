namespace Lagom.Rl;

/// <summary>Lets a policy act in a batch of environments, whatever the kind of its actions.</summary>
internal abstract class PolicyDriver
{
    public static PolicyDriver Of(IPolicy policy, IEnvironmentBatch environments)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(environments);
        if (policy.ObservationSize != environments.ObservationSize)
        {
            throw new ArgumentException(
                $"The policy acts on observations of {policy.ObservationSize} numbers; those of these environments have {environments.ObservationSize}.", nameof(environments));
        }

        return (policy, environments) switch
        {
            (IPolicy<int> choice, IEnvironmentBatch<int> batch) => new PolicyDriver<int>(choice, batch, 1),
            (IPolicy<float> row, IEnvironmentBatch<float> batch) => new PolicyDriver<float>(row, batch, batch.ActionSpace.FlatDimension),
            _ => throw new ArgumentException($"The policy acts in {policy.ActionSpace}, these environments in {environments.ActionSpace}.", nameof(environments)),
        };
    }

    public abstract void Begin(long seed);

    public abstract void Step(RandomStream? random);
}
