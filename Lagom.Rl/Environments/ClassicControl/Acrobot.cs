namespace Lagom.Rl;

/// <summary>
/// Swing the tip of two hanging links above a line by a torque of -1 (action 0), 0 (1) or 1 (2) at the joint between them: Gymnasium's
/// Acrobot-v1 without its time limit. Every step is rewarded with -1, the one that ends the task with 0.
/// </summary>
/// <remarks>
/// State: the angle of the first link from hanging, the angle of the second relative to the first, and their velocities, bounded by 4π
/// and 9π. Observation: cosine and sine of either angle, and the velocities. The first state is uniform in [-0.1, 0.1]⁴ and rounded to
/// single precision; the options "low" and "high" change that range. The equations are the book's.
/// <para><b>Source:</b> Sutton (1996), "Generalization in reinforcement learning: successful examples using sparse coarse coding";
/// Sutton and Barto (2018), "Reinforcement learning: an introduction".</para>
/// </remarks>
public sealed class Acrobot : DiscreteControl
{
    internal const double Gravity = 9.8;
    internal const double TimeStep = 0.2;
    internal const double TopSpeed1 = 4 * Math.PI;
    internal const double TopSpeed2 = 9 * Math.PI;
    internal const double StartLimit = 0.1;

    /// <summary>Makes the environment.</summary>
    public Acrobot()
        : base(Observations, 4, 3)
    {
    }

    /// <inheritdoc/>
    public override FrameSize FrameSize => new(500, 500);

    /// <inheritdoc/>
    public override int FramesPerSecond => 15;

    internal static Box Observations { get; } = new(
        [-1, -1, -1, -1, -(float)TopSpeed1, -(float)TopSpeed2], [1, 1, 1, 1, (float)TopSpeed1, (float)TopSpeed2]);

    /// <inheritdoc/>
    public override void Render(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        AcrobotScene.Draw(frame, (float)State[0], (float)State[1]);
    }

    internal static void ObserveState(ReadOnlySpan<double> state, Span<float> observation)
    {
        (double sine1, double cosine1) = Math.SinCos(state[0]);
        (double sine2, double cosine2) = Math.SinCos(state[1]);
        observation[5] = (float)state[3];
        observation[4] = (float)state[2];
        observation[3] = (float)sine2;
        observation[2] = (float)cosine2;
        observation[1] = (float)sine1;
        observation[0] = (float)cosine1;
    }

    internal static void StartState(RandomStream random, StartRange range, Span<double> state)
    {
        foreach (ref double number in state)
            number = (float)random.NextDouble(range.First, range.Second);
    }

    private protected override StartRange ReadOptions(IReadOnlyDictionary<string, object>? options)
    {
        (double low, double high) = ResetBounds.Read(options, -StartLimit, StartLimit);
        return new StartRange(low, high);
    }

    private protected override void Start(RandomStream random, StartRange range, Span<double> state) => StartState(random, range, state);

    private protected override StepOutcome Advance(int action, Span<double> state)
    {
        double torque = action - 1;
        var start = new Motion(state[0], state[1], state[2], state[3]);
        Motion slope1 = Slope(start, torque);
        Motion slope2 = Slope(start.Moved(slope1, TimeStep / 2), torque);
        Motion slope3 = Slope(start.Moved(slope2, TimeStep / 2), torque);
        Motion slope4 = Slope(start.Moved(slope3, TimeStep), torque);
        const double Sixth = TimeStep / 6;
        double angle1 = Wrap(start.Angle1 + Sixth * (slope1.Angle1 + 2 * slope2.Angle1 + 2 * slope3.Angle1 + slope4.Angle1));
        double angle2 = Wrap(start.Angle2 + Sixth * (slope1.Angle2 + 2 * slope2.Angle2 + 2 * slope3.Angle2 + slope4.Angle2));
        double speed1 = start.Speed1 + Sixth * (slope1.Speed1 + 2 * slope2.Speed1 + 2 * slope3.Speed1 + slope4.Speed1);
        double speed2 = start.Speed2 + Sixth * (slope1.Speed2 + 2 * slope2.Speed2 + 2 * slope3.Speed2 + slope4.Speed2);
        state[0] = angle1;
        state[1] = angle2;
        state[2] = Math.Clamp(speed1, -TopSpeed1, TopSpeed1);
        state[3] = Math.Clamp(speed2, -TopSpeed2, TopSpeed2);
        bool isThere = -Math.Cos(angle1) - Math.Cos(angle2 + angle1) > 1;
        return new StepOutcome(isThere ? 0 : -1, isThere, Truncated: false);
    }

    private protected override void Observe(ReadOnlySpan<double> state, Span<float> observation) => ObserveState(state, observation);

    // Masses, lengths and moments of inertia are 1, centres of mass lie at 1/2.
    private static Motion Slope(in Motion motion, double torque)
    {
        (double sine2, double cosine2) = Math.SinCos(motion.Angle2);
        double inertia1 = 3.5 + cosine2;
        double inertia2 = 1.25 + 0.5 * cosine2;
        double weight2 = 0.5 * Gravity * Math.Sin(motion.Angle1 + motion.Angle2);
        double weight1 = -0.5 * motion.Speed2 * motion.Speed2 * sine2 - motion.Speed2 * motion.Speed1 * sine2 +
            1.5 * Gravity * Math.Sin(motion.Angle1) + weight2;
        double ratio = inertia2 / inertia1;
        double acceleration2 = (torque + ratio * weight1 - 0.5 * motion.Speed1 * motion.Speed1 * sine2 - weight2) / (1.25 - inertia2 * ratio);
        double acceleration1 = -(inertia2 * acceleration2 + weight1) / inertia1;
        return new Motion(motion.Speed1, motion.Speed2, acceleration1, acceleration2);
    }

    private static double Wrap(double angle)
    {
        while (angle > Math.PI)
            angle -= 2 * Math.PI;
        while (angle < -Math.PI)
            angle += 2 * Math.PI;
        return angle;
    }

    private readonly record struct Motion(double Angle1, double Angle2, double Speed1, double Speed2)
    {
        public Motion Moved(in Motion slope, double time) => new(
            Angle1 + time * slope.Angle1, Angle2 + time * slope.Angle2, Speed1 + time * slope.Speed1, Speed2 + time * slope.Speed2);
    }
}
