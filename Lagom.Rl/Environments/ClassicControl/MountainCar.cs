namespace Lagom.Rl;

/// <summary>
/// Drive an underpowered car out of a valley by accelerating left (0), not at all (1) or right (2): Gymnasium's MountainCar-v0 without
/// its time limit. Every step is rewarded with -1; the task ends at position 0.5.
/// </summary>
/// <remarks>
/// State and observation: position in [-1.2, 0.6] and velocity in [-0.07, 0.07]. The first position is uniform in [-0.6, -0.4], which
/// the options "low" and "high" change; the first velocity is 0.
/// <para><b>Source:</b> Moore (1990), "Efficient memory-based learning for robot control".</para>
/// </remarks>
public sealed class MountainCar : DiscreteControl
{
    internal const double LowPosition = -1.2;
    internal const double HighPosition = 0.6;
    internal const double TopSpeed = 0.07;
    internal const double Goal = 0.5;
    internal const double Force = 0.001;
    internal const double Gravity = 0.0025;
    internal const double LowStart = -0.6;
    internal const double HighStart = -0.4;

    /// <summary>Makes the environment.</summary>
    public MountainCar()
        : base(Observations, 2, 3)
    {
    }

    /// <inheritdoc/>
    public override FrameSize FrameSize => new(600, 400);

    /// <inheritdoc/>
    public override int FramesPerSecond => 30;

    internal static Box Observations { get; } = new(
        [(float)LowPosition, -(float)TopSpeed], [(float)HighPosition, (float)TopSpeed]);

    /// <inheritdoc/>
    public override void Render(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        MountainCarScene.Draw(frame, (float)State[0], (float)Goal);
    }

    internal static void ObserveState(ReadOnlySpan<double> state, Span<float> observation)
    {
        observation[1] = (float)state[1];
        observation[0] = (float)state[0];
    }

    internal static void StartState(RandomStream random, StartRange range, Span<double> state)
    {
        state[0] = random.NextDouble(range.First, range.Second);
        state[1] = 0;
    }

    internal static StartRange ReadRange(IReadOnlyDictionary<string, object>? options)
    {
        (double low, double high) = ResetBounds.Read(options, LowStart, HighStart);
        return new StartRange(low, high);
    }

    private protected override StartRange ReadOptions(IReadOnlyDictionary<string, object>? options) => ReadRange(options);

    private protected override void Start(RandomStream random, StartRange range, Span<double> state) => StartState(random, range, state);

    private protected override StepOutcome Advance(int action, Span<double> state)
    {
        double velocity = state[1] + ((action - 1) * Force - Math.Cos(3 * state[0]) * Gravity);
        velocity = Math.Clamp(velocity, -TopSpeed, TopSpeed);
        double position = Math.Clamp(state[0] + velocity, LowPosition, HighPosition);
        if (position == LowPosition && velocity < 0)
            velocity = 0;
        state[0] = position;
        state[1] = velocity;
        return new StepOutcome(-1, position >= Goal && velocity >= 0, Truncated: false);
    }

    private protected override void Observe(ReadOnlySpan<double> state, Span<float> observation) => ObserveState(state, observation);
}
