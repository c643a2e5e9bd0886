using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>What a nat of entropy is worth to SAC, found so that the policy keeps a wanted entropy: Adam on the logarithm of α.</summary>
/// <remarks><b>Source:</b> Haarnoja et al. (2018), "Soft actor-critic algorithms and applications", section 5.</remarks>
internal sealed class EntropyTemperature(double initial, double targetEntropy)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    public double LogAlpha { get; set; } = Math.Log(initial);

    public double Alpha => Math.Exp(LogAlpha);

    public double Mean { get; set; }

    public double Square { get; set; }

    public long Steps { get; set; }

    /// <summary>The derivative of the loss, mean(ln α · (-ln π - target)), by ln α.</summary>
    public double Gradient(ReadOnlySpan<float> logProbabilities) => -(TensorPrimitives.Sum(logProbabilities) / (double)logProbabilities.Length) - targetEntropy;

    public void Learn(ReadOnlySpan<float> logProbabilities, double learningRate)
    {
        double gradient = Gradient(logProbabilities);
        Steps++;
        Mean = Beta1 * Mean + (1 - Beta1) * gradient;
        Square = Beta2 * Square + (1 - Beta2) * gradient * gradient;
        double step = learningRate / (1 - Math.Pow(Beta1, Steps));
        LogAlpha -= step * Mean / (Math.Sqrt(Square / (1 - Math.Pow(Beta2, Steps))) + Epsilon);
    }
}
