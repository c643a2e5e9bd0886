using System.Globalization;
using L2L;

namespace Showcase.Policies;

/// <summary>What is tuned: the hyper-parameters of the policy search. All are searched by their logarithms.</summary>
/// <param name="StepSize">The first standard deviation of the search distribution.</param>
/// <param name="MeanRate">The learning rate of its mean.</param>
/// <param name="DeviationRate">The learning rate of its standard deviations.</param>
public sealed record HyperParameters(
    [Real(HyperParameters.LowestStepSize, HyperParameters.HighestStepSize, Log = true, Name = HyperParameters.StepSizeName)] double StepSize,
    [Real(HyperParameters.LowestMeanRate, HyperParameters.HighestMeanRate, Log = true, Name = HyperParameters.MeanRateName)] double MeanRate,
    [Real(HyperParameters.LowestDeviationRate, HyperParameters.HighestDeviationRate, Log = true, Name = HyperParameters.DeviationRateName)] double DeviationRate)
{
    internal const string StepSizeName = "step-size";
    internal const string MeanRateName = "mean-rate";
    internal const string DeviationRateName = "deviation-rate";

    private const double LowestStepSize = 0.02;
    private const double HighestStepSize = 5;
    private const double LowestMeanRate = 0.1;
    private const double HighestMeanRate = 5;
    private const double LowestDeviationRate = 0.01;
    private const double HighestDeviationRate = 1;

    /// <summary>How many there are.</summary>
    internal const int Count = 3;

    /// <summary>
    /// What one takes without tuning: the step size 0.1 that is usual for small networks, and the rates of the strategy's authors,
    /// 1 and (3 + ln n) / (5 √n).
    /// </summary>
    /// <remarks><b>Source:</b> Schaul, Glasmachers and Schmidhuber (2011), "High dimensions and heavy tails for natural evolution strategies".</remarks>
    internal static HyperParameters Default { get; } =
        new(0.1, 1, (3 + Math.Log(SwingUpPolicy.Dimension)) / (5 * Math.Sqrt(SwingUpPolicy.Dimension)));

    /// <summary>The logarithms, each scaled to -1 to 1, which the emulator learns from.</summary>
    internal double[] ToPoint() =>
    [
        Scale(StepSize, LowestStepSize, HighestStepSize),
        Scale(MeanRate, LowestMeanRate, HighestMeanRate),
        Scale(DeviationRate, LowestDeviationRate, HighestDeviationRate),
    ];

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"step size {StepSize:0.###}, mean rate {MeanRate:0.##}, deviation rate {DeviationRate:0.###}");

    private static double Scale(double value, double low, double high) => 2 * Math.Log(value / low) / Math.Log(high / low) - 1;
}
