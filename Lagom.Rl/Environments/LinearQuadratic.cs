namespace Lagom.Rl;

/// <summary>
/// A linear system with quadratic costs, whose best policy is known in closed form: a mass on a line that a force pushes, sampled at 0.1 s.
/// The reward is minus (position² + 0.1 velocity² + 0.1 force²) before the step. The task never ends by itself.
/// </summary>
/// <remarks>
/// State and observation: position and velocity, the next ones being (x + 0.1 v, v + 0.1 u) plus noise. The first state is uniform in
/// [-1, 1]²; the options "low" and "high" change that range. The best undiscounted policy is u = -(k₁x + k₂v) with the gains of the
/// discrete Riccati equation, <see cref="PositionGain"/> and <see cref="VelocityGain"/>.
/// </remarks>
public sealed class LinearQuadratic : IEnvironment<float[], float[]>, IRenderable, IResumable
{
    private const double TimeStep = 0.1;
    private const double VelocityCost = 0.1;
    private const double ForceCost = 0.1;

    private readonly double _noise;
    private Episode _episode = new();
    private double _position;
    private double _velocity;
    private float _force;

    /// <summary>Makes the environment.</summary>
    /// <param name="noise">The standard deviation of the noise added to either number of the state in each step. Range: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The noise is negative or not finite.</exception>
    public LinearQuadratic(double noise = 0)
    {
        if (!(noise >= 0) || !double.IsFinite(noise))
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "The standard deviation must be at least 0 and finite.");
        _noise = noise;
        (PositionGain, VelocityGain) = Riccati();
    }

    /// <summary>k₁ of the best policy.</summary>
    public double PositionGain { get; }

    /// <summary>k₂ of the best policy.</summary>
    public double VelocityGain { get; }

    /// <inheritdoc/>
    public Space<float[]> ObservationSpace { get; } = new Box(float.NegativeInfinity, float.PositiveInfinity, 2);

    /// <inheritdoc/>
    public Space<float[]> ActionSpace { get; } = new Box(float.NegativeInfinity, float.PositiveInfinity, 1);

    /// <inheritdoc/>
    public FrameSize FrameSize => new(600, 150);

    /// <inheritdoc/>
    public int FramesPerSecond => 10;

    /// <inheritdoc/>
    public ResetResult<float[]> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        (double low, double high) = ResetBounds.Read(options, -1, 1);
        RandomStream random = _episode.Begin(seed);
        _force = 0;
        _position = random.NextDouble(low, high);
        _velocity = random.NextDouble(low, high);
        return new ResetResult<float[]>(Observation(), StepInfo.None);
    }

    /// <inheritdoc/>
    public StepResult<float[]> Step(float[] action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (action.Length != 1)
            throw new ArgumentException($"The action has {action.Length} numbers; {nameof(LinearQuadratic)} takes 1.", nameof(action));
        if (!float.IsFinite(action[0]))
            throw new ArgumentException($"The action is {action[0]}; it must be a finite number.", nameof(action));
        _episode.CheckRunning();
        _force = action[0];
        double force = _force;
        double cost = _position * _position + VelocityCost * _velocity * _velocity + ForceCost * force * force;
        double position = _position + TimeStep * _velocity;
        double velocity = _velocity + TimeStep * force;
        if (_noise > 0)
        {
            position += _noise * _episode.Random.NextNormal();
            velocity += _noise * _episode.Random.NextNormal();
        }

        _position = position;
        _velocity = velocity;
        return new StepResult<float[]>(Observation(), -cost, Terminated: false, Truncated: false, StepInfo.None);
    }

    /// <inheritdoc/>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var writer = new NumberWriter(destination);
        _episode.Save(writer);
        writer.Write<double>([_position, _velocity, _force]);
    }

    /// <inheritdoc/>
    public void Load(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var reader = new NumberReader(source, "an environment");
        _episode.Load(reader);
        Span<double> numbers = stackalloc double[3];
        reader.Read(numbers);
        (_position, _velocity, _force) = (numbers[0], numbers[1], (float)numbers[2]);
    }

    /// <summary>Draws the mass, and arrows for its velocity and the last force.</summary>
    /// <param name="frame">The picture.</param>
    public void Render(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        LinearQuadraticScene.Draw(frame, (float)_position, (float)_velocity, _force);
    }

    // Iterates the Riccati equation P = Q + AᵀPA - AᵀPB (R + BᵀPB)⁻¹ BᵀPA to its fixed point; P = [a b; b c].
    private static (double Position, double Velocity) Riccati()
    {
        const double H = TimeStep;
        double a = 1, b = 0, c = VelocityCost, gain1 = 0, gain2 = 0;
        for (int i = 0; i < 2000; i++)
        {
            double weight = ForceCost + H * H * c;
            gain1 = H * b / weight;
            gain2 = H * (H * b + c) / weight;
            double corner = H * a + b;
            double last = H * H * a + 2 * H * b + c;
            (a, b, c) = (1 + a - gain1 * gain1 * weight, corner - gain1 * gain2 * weight, VelocityCost + last - gain2 * gain2 * weight);
        }

        return (gain1, gain2);
    }

    private float[] Observation() => [(float)_position, (float)_velocity];
}
