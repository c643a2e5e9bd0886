namespace Lagom.Rl;

/// <summary>
/// Balance a pole on a cart by pushing the cart left (0) or right (1): Gymnasium's CartPole-v1 without its time limit. Every step is
/// rewarded with 1; the task ends where the cart leaves ±2.4 or the pole tilts by more than 12°.
/// </summary>
/// <remarks>
/// State and observation: position of the cart, its velocity, angle of the pole in radians, its angular velocity. The first state is
/// uniform in [-0.05, 0.05]⁴; the options "low" and "high" change that range.
/// <para><b>Source:</b> Barto, Sutton and Anderson (1983), "Neuronlike adaptive elements that can solve difficult learning control problems".</para>
/// </remarks>
public sealed class CartPole : DiscreteControl
{
    internal const double Gravity = 9.8;
    internal const double PoleMass = 0.1;
    internal const double TotalMass = PoleMass + 1.0;
    internal const double HalfLength = 0.5;
    internal const double PoleMoment = PoleMass * HalfLength;
    internal const double Force = 10;
    internal const double TimeStep = 0.02;
    internal const double PositionLimit = 2.4;
    internal const double AngleLimit = 12 * 2 * Math.PI / 360;
    internal const double StartLimit = 0.05;

    private const float High = (float)(2 * PositionLimit);
    private const float HighAngle = (float)(2 * AngleLimit);

    /// <summary>Makes the environment.</summary>
    public CartPole()
        : base(Observations, 4, 2)
    {
    }

    /// <inheritdoc/>
    public override FrameSize FrameSize => new(600, 400);

    /// <inheritdoc/>
    public override int FramesPerSecond => 50;

    internal static Box Observations { get; } = new(
        [-High, float.NegativeInfinity, -HighAngle, float.NegativeInfinity], [High, float.PositiveInfinity, HighAngle, float.PositiveInfinity]);

    /// <inheritdoc/>
    public override void Render(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        CartPoleScene.Draw(frame, (float)State[0], (float)State[2]);
    }

    internal static void ObserveState(ReadOnlySpan<double> state, Span<float> observation)
    {
        for (int i = 0; i < state.Length; i++)
            observation[i] = (float)state[i];
    }

    internal static void StartState(RandomStream random, StartRange range, Span<double> state)
    {
        foreach (ref double number in state)
            number = random.NextDouble(range.First, range.Second);
    }

    private protected override StartRange ReadOptions(IReadOnlyDictionary<string, object>? options)
    {
        (double low, double high) = ResetBounds.Read(options, -StartLimit, StartLimit);
        return new StartRange(low, high);
    }

    private protected override void Start(RandomStream random, StartRange range, Span<double> state) => StartState(random, range, state);

    private protected override StepOutcome Advance(int action, Span<double> state)
    {
        double position = state[0], velocity = state[1], angle = state[2], angularVelocity = state[3];
        double force = action == 1 ? Force : -Force;
        (double sine, double cosine) = Math.SinCos(angle);
        double push = (force + PoleMoment * (angularVelocity * angularVelocity) * sine) / TotalMass;
        double angularAcceleration = (Gravity * sine - cosine * push) /
            (HalfLength * (4.0 / 3.0 - PoleMass * (cosine * cosine) / TotalMass));
        double acceleration = push - PoleMoment * angularAcceleration * cosine / TotalMass;

        position += TimeStep * velocity;
        velocity += TimeStep * acceleration;
        angle += TimeStep * angularVelocity;
        angularVelocity += TimeStep * angularAcceleration;
        state[0] = position;
        state[1] = velocity;
        state[2] = angle;
        state[3] = angularVelocity;
        return new StepOutcome(1, Math.Abs(position) > PositionLimit || Math.Abs(angle) > AngleLimit, Truncated: false);
    }

    private protected override void Observe(ReadOnlySpan<double> state, Span<float> observation) => ObserveState(state, observation);
}
