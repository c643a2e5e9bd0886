using Shared.Tensors;

namespace DifferentiableExpectations.Demos;

/// <summary>A cart with a pole on it that a push left or right at every step must keep upright.</summary>
/// <remarks><b>Source:</b> Barto, Sutton and Anderson (1983), "Neuronlike adaptive elements that can solve difficult learning control problems".</remarks>
internal static class CartPole
{
    public const int LongestEpisode = 200;
    public const int Observations = 4;

    private const double Gravity = 9.8;
    private const double PoleMass = 0.1;
    private const double TotalMass = 1.1;
    private const double HalfLength = 0.5;
    private const double Force = 10;
    private const double TimeStep = 0.02;
    private const double TrackEnd = 2.4;
    private const double LargestAngle = 12 * Math.PI / 180;

    /// <summary>The steps that a linear policy keeps the pole upright, up to 200: it pushes right where the weighted observation is above 0.</summary>
    public static int Episode(ReadOnlySpan<double> weights, RandomStream stream)
    {
        double position = Draw(stream), speed = Draw(stream), angle = Draw(stream), spin = Draw(stream);
        for (int step = 1; step <= LongestEpisode; step++)
        {
            double force = weights[0] * position + weights[1] * speed + weights[2] * angle + weights[3] * spin > 0 ? Force : -Force;
            (double sine, double cosine) = Math.SinCos(angle);
            double shared = (force + PoleMass * HalfLength * spin * spin * sine) / TotalMass;
            double angular = (Gravity * sine - cosine * shared) / (HalfLength * (4.0 / 3 - PoleMass * cosine * cosine / TotalMass));
            double acceleration = shared - PoleMass * HalfLength * angular * cosine / TotalMass;
            position += TimeStep * speed;
            speed += TimeStep * acceleration;
            angle += TimeStep * spin;
            spin += TimeStep * angular;
            if (Math.Abs(position) > TrackEnd || Math.Abs(angle) > LargestAngle)
                return step;
        }

        return LongestEpisode;
    }

    private static double Draw(RandomStream stream) => stream.NextDouble(-0.05, 0.05);
}
