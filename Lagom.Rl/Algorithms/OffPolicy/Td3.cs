namespace Lagom.Rl;

/// <summary>
/// Twin delayed DDPG: the smaller of two critics' values is learnt from, the target policy's actions are blurred, and the policy learns more
/// seldom than the critics. Actions must be continuous and bounded.
/// </summary>
/// <remarks><b>Source:</b> Fujimoto, van Hoof and Meger (2018), "Addressing function approximation error in actor-critic methods".</remarks>
public sealed class Td3 : DeterministicActorCritic
{
    private readonly Td3Options _options;
    private readonly float[] _noise;

    /// <summary>Makes the algorithm with networks that know nothing yet, and begins an episode in every copy.</summary>
    /// <param name="environments">Where it learns. Its actions must be bounded.</param>
    /// <param name="options">How it learns; null for the defaults.</param>
    /// <exception cref="ArgumentException">The actions are not bounded rows of numbers, autoreset is disabled, or an option is out of range.</exception>
    public Td3(IEnvironmentBatch environments, Td3Options? options = null)
        : this(environments, options ?? new Td3Options(), ActionRange.Of(environments, "TD3"))
    {
    }

    private Td3(IEnvironmentBatch environments, Td3Options options, ActionRange range)
        : base("td3", environments, options, range, critics: 2, options.PolicyDelay)
    {
        _options = options;
        _noise = new float[options.BatchSize * range.Size];
    }

    private protected override void ChangeTargetActions(Span<float> actions)
    {
        foreach (ref float noise in _noise.AsSpan())
            noise = (float)(_options.TargetPolicyNoise * Random.Learning.NextNormal());
        ReplayTargets.Smooth(actions, _noise, (float)_options.TargetNoiseClip);
    }

    private protected override void ComputeTargets(ReadOnlySpan<float> nextValues, Span<float> targets) =>
        ReplayTargets.Twin(Batch.Rewards, Batch.Discounts, nextValues[..Batch.Count], nextValues[Batch.Count..], targets);
}
