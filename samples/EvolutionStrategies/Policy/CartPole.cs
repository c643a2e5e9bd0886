namespace EvolutionStrategies.Policy;

/// <summary>
/// A cart on a track with a pole that hangs down and is to be swung up and held there, by a limited force on the cart.
/// </summary>
/// <remarks>
/// Equations of motion: Barto, Sutton and Anderson (1983), "Neuronlike adaptive elements that can solve difficult learning control
/// problems", with a bounded continuous force, integrated by semi-implicit Euler steps.
/// </remarks>
internal struct CartPole
{
    /// <summary>Seconds a step.</summary>
    public const double TimeStep = 0.02;

    /// <summary>The track reaches so many metres to both sides.</summary>
    public const double TrackEnd = 2.4;

    private const double Gravity = 9.8;
    private const double PoleMass = 0.1;
    private const double TotalMass = 1.1;
    private const double HalfLength = 0.5;
    private const double Strongest = 10;

    /// <summary>Metres from the middle.</summary>
    public double Position;

    /// <summary>Metres a second.</summary>
    public double Speed;

    /// <summary>Radians from upright.</summary>
    public double Angle;

    /// <summary>Radians a second.</summary>
    public double AngularSpeed;

    /// <summary>Whether the cart is still on its track.</summary>
    public readonly bool IsOnTrack => Math.Abs(Position) <= TrackEnd;

    /// <summary>How upright the pole is, from 0 hanging to 1 standing, less something for being away from the middle.</summary>
    public readonly double Reward => Math.Max(0, (1 + Math.Cos(Angle)) / 2 - 0.1 * Position * Position);

    /// <summary>Moves by a time step.</summary>
    /// <param name="push">The force as a share of the strongest, -1 to 1.</param>
    public void Step(double push)
    {
        (double sine, double cosine) = Math.SinCos(Angle);
        double force = Strongest * Math.Clamp(push, -1, 1);
        double shared = (force + PoleMass * HalfLength * AngularSpeed * AngularSpeed * sine) / TotalMass;
        double angularAcceleration = (Gravity * sine - cosine * shared) / (HalfLength * (4.0 / 3 - PoleMass * cosine * cosine / TotalMass));
        double acceleration = shared - PoleMass * HalfLength * angularAcceleration * cosine / TotalMass;
        Speed += TimeStep * acceleration;
        Position += TimeStep * Speed;
        AngularSpeed += TimeStep * angularAcceleration;
        Angle += TimeStep * AngularSpeed;
    }
}
