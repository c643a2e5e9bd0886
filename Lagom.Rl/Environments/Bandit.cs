namespace Lagom.Rl;

/// <summary>
/// A bandit with several arms: each pull is an episode of one step, rewarded with a normal number of standard deviation 1 around the
/// arm's mean. To try agents on.
/// </summary>
public sealed class Bandit : IEnvironment<int, int>
{
    private readonly double[] _means;
    private Episode _episode = new();

    /// <summary>Makes a bandit of ten arms with means 0, 0.1, … 0.9.</summary>
    public Bandit()
        : this([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
    {
    }

    /// <summary>Makes a bandit.</summary>
    /// <param name="means">The mean reward of each arm, finite; at least one.</param>
    /// <exception cref="ArgumentException">There are no means, or one is not finite.</exception>
    public Bandit(params ReadOnlySpan<double> means)
    {
        if (means.IsEmpty)
            throw new ArgumentException("A bandit needs at least one arm.", nameof(means));
        foreach (double mean in means)
        {
            if (!double.IsFinite(mean))
                throw new ArgumentException($"A mean is {mean}; it must be finite.", nameof(means));
        }

        _means = means.ToArray();
        ActionSpace = new Discrete(_means.Length);
    }

    /// <inheritdoc/>
    public Space<int> ObservationSpace { get; } = new Discrete(1);

    /// <inheritdoc/>
    public Space<int> ActionSpace { get; }

    /// <inheritdoc/>
    public ResetResult<int> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        _episode.Begin(seed);
        return new ResetResult<int>(0, Info.None);
    }

    /// <inheritdoc/>
    public StepResult<int> Step(int action)
    {
        if (!ActionSpace.Contains(action))
            DiscreteControl.ThrowOutOfRange(action, _means.Length);
        _episode.CheckRunning();
        _episode.End();
        return new StepResult<int>(0, _episode.Random.NextNormal(_means[action], 1), Terminated: true, Truncated: false, Info.None);
    }
}
