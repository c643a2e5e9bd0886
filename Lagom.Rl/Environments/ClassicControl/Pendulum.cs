namespace Lagom.Rl;

/// <summary>
/// Swing a pendulum up and hold it there with a torque in [-2, 2]: Gymnasium's Pendulum-v1 without its time limit. The reward is minus
/// the squared angle from upright, a tenth of the squared velocity and a thousandth of the squared torque; the task never ends by itself.
/// </summary>
/// <remarks>
/// State: angle in radians, 0 upright, and angular velocity in [-8, 8]. Observation: cosine and sine of the angle, and the velocity. The
/// first angle is uniform in [-π, π], the first velocity in [-1, 1]; the options "x_init" and "y_init" change these limits.
/// </remarks>
public sealed class Pendulum : ContinuousControl
{
    internal const double Gravity = 10;
    internal const double TimeStep = 0.05;
    internal const double TopSpeed = 8;
    internal const float TopTorque = 2;

    private float _torque;

    /// <summary>Makes the environment.</summary>
    public Pendulum()
        : base(Observations, 2, TopTorque)
    {
    }

    /// <inheritdoc/>
    public override FrameSize FrameSize => new(500, 500);

    /// <inheritdoc/>
    public override int FramesPerSecond => 30;

    internal static Box Observations { get; } = new([-1, -1, -(float)TopSpeed], [1, 1, (float)TopSpeed]);

    internal static StartRange DefaultStart => new(Math.PI, 1);

    /// <inheritdoc/>
    public override void Render(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        PendulumScene.Draw(frame, (float)State[0], _torque);
    }

    internal static void ObserveState(ReadOnlySpan<double> state, Span<float> observation)
    {
        (double sine, double cosine) = Math.SinCos(state[0]);
        observation[2] = (float)state[1];
        observation[1] = (float)sine;
        observation[0] = (float)cosine;
    }

    internal static void StartState(RandomStream random, StartRange range, Span<double> state)
    {
        state[0] = random.NextDouble(-range.First, range.First);
        state[1] = random.NextDouble(-range.Second, range.Second);
    }

    private protected override StartRange ReadOptions(IReadOnlyDictionary<string, object>? options)
    {
        double angle = ResetBounds.Number(options, "x_init", DefaultStart.First);
        double velocity = ResetBounds.Number(options, "y_init", DefaultStart.Second);
        if (angle < 0 || velocity < 0)
            throw new ArgumentException($"The options 'x_init' and 'y_init' are {angle} and {velocity}; they must not be negative.", nameof(options));
        return new StartRange(angle, velocity);
    }

    private protected override void Start(RandomStream random, StartRange range, Span<double> state)
    {
        _torque = 0;
        StartState(random, range, state);
    }

    private protected override StepOutcome Advance(float action, Span<double> state)
    {
        double angle = state[0], velocity = state[1];
        _torque = Math.Clamp(action, -TopTorque, TopTorque);
        double torque = _torque;
        double tilt = angle - 2 * Math.PI * Math.Floor((angle + Math.PI) / (2 * Math.PI));
        double cost = tilt * tilt + 0.1 * (velocity * velocity) + 0.001 * (torque * torque);
        velocity += (3 * Gravity / 2 * Math.Sin(angle) + 3 * torque) * TimeStep;
        velocity = Math.Clamp(velocity, -TopSpeed, TopSpeed);
        state[0] = angle + velocity * TimeStep;
        state[1] = velocity;
        return new StepOutcome(-cost, Terminated: false, Truncated: false);
    }

    private protected override void Observe(ReadOnlySpan<double> state, Span<float> observation) => ObserveState(state, observation);
}
