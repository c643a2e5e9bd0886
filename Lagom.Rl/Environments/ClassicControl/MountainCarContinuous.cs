namespace Lagom.Rl;

/// <summary>
/// The car in the valley with a continuous force in [-1, 1]: Gymnasium's MountainCarContinuous-v0 without its time limit. A step costs
/// 0.1 times the squared action; reaching position 0.45 ends the task and is rewarded with 100.
/// </summary>
/// <remarks>
/// State and observation: position in [-1.2, 0.6] and velocity in [-0.07, 0.07], kept in single precision between steps as the original
/// keeps them. The first position is uniform in [-0.6, -0.4], which the options "low" and "high" change; the first velocity is 0.
/// <para><b>Source:</b> Moore (1990), "Efficient memory-based learning for robot control".</para>
/// </remarks>
public sealed class MountainCarContinuous : ContinuousControl
{
    internal const double Goal = 0.45;
    internal const double Power = 0.0015;
    internal const double GoalReward = 100;
    internal const double ActionCost = 0.1;

    /// <summary>Makes the environment.</summary>
    public MountainCarContinuous()
        : base(MountainCar.Observations, 2, 1)
    {
    }

    /// <inheritdoc/>
    public override FrameSize FrameSize => new(600, 400);

    /// <inheritdoc/>
    public override int FramesPerSecond => 30;

    /// <inheritdoc/>
    public override void Render(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        MountainCarScene.Draw(frame, (float)State[0], (float)Goal);
    }

    private protected override StartRange ReadOptions(IReadOnlyDictionary<string, object>? options) => MountainCar.ReadRange(options);

    private protected override void Start(RandomStream random, StartRange range, Span<double> state) => MountainCar.StartState(random, range, state);

    private protected override StepOutcome Advance(float action, Span<double> state)
    {
        double force = Math.Clamp(action, -1f, 1f);
        double velocity = state[1] + (force * Power - MountainCar.Gravity * Math.Cos(3 * state[0]));
        velocity = Math.Clamp(velocity, -MountainCar.TopSpeed, MountainCar.TopSpeed);
        double position = Math.Clamp(state[0] + velocity, MountainCar.LowPosition, MountainCar.HighPosition);
        if (position == MountainCar.LowPosition && velocity < 0)
            velocity = 0;
        bool isThere = position >= Goal && velocity >= 0;
        state[0] = (float)position;
        state[1] = (float)velocity;
        return new StepOutcome((isThere ? GoalReward : 0) - ActionCost * ((double)action * action), isThere, Truncated: false);
    }

    private protected override void Observe(ReadOnlySpan<double> state, Span<float> observation) => MountainCar.ObserveState(state, observation);
}
