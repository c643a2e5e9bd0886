namespace Lagom.Rl;

/// <summary>
/// A bandit with several arms: each pull is an episode of one step, rewarded with a normal number of standard deviation 1 around the
/// arm's mean. To try agents on.
/// </summary>
public sealed class Bandit : IEnvironment<int, int>, IRenderable, IResumable
{
    private readonly double[] _means;
    private Episode _episode = new();
    private int _pulled = -1;
    private double _reward;

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
    public FrameSize FrameSize => new(480, 320);

    /// <inheritdoc/>
    public int FramesPerSecond => 4;

    /// <inheritdoc/>
    public ResetResult<int> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        _episode.Begin(seed);
        return new ResetResult<int>(0, StepInfo.None);
    }

    /// <inheritdoc/>
    public StepResult<int> Step(int action)
    {
        if (!ActionSpace.Contains(action))
            DiscreteControl.ThrowOutOfRange(action, _means.Length);
        _episode.CheckRunning();
        _episode.End();
        _pulled = action;
        _reward = _episode.Random.NextNormal(_means[action], 1);
        return new StepResult<int>(0, _reward, Terminated: true, Truncated: false, StepInfo.None);
    }

    /// <inheritdoc/>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var writer = new NumberWriter(destination);
        _episode.Save(writer);
        writer.Write(_pulled);
        writer.Write(_reward);
    }

    /// <inheritdoc/>
    public void Load(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var reader = new NumberReader(source, "an environment");
        _episode.Load(reader);
        _pulled = reader.ReadInt32("the arm pulled last", -1, _means.Length - 1);
        _reward = reader.ReadDouble();
    }

    /// <summary>Draws a bar for each arm's mean, and the last reward.</summary>
    /// <param name="frame">The picture.</param>
    public void Render(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        BanditScene.Draw(frame, _means, _pulled, _reward);
    }
}
