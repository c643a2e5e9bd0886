using static TorchSharp.torch;

namespace DifferentiableExpectations.Demos;

/// <summary>The interference landscape, whose mean under a wide distribution is 0 everywhere but whose spread is not.</summary>
internal static class Landscape
{
    public static Tensor Wave(Tensor x) => (x * 0.2).sin() * (x * 20).sin() * 5;

    public static double Wave(double x) => 5 * Math.Sin(0.2 * x) * Math.Sin(20 * x);

    /// <summary>The variance of the wave under a normal distribution.</summary>
    public static double Variance(double mean, double sigma) => 6.25 * (1 - Math.Exp(-0.08 * sigma * sigma) * Math.Cos(0.4 * mean));
}
