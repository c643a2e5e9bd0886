using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>A mixture of K normal distributions per row, over D numbers.</summary>
/// <param name="Logits">The scores of the weights: [batch, K], or [batch, K, D] where every number has weights of its own.</param>
/// <param name="Mean">The means [batch, K, D].</param>
/// <param name="StandardDeviation">The standard deviations [batch, K, D].</param>
/// <remarks><b>Source:</b> Bishop (1994), "Mixture density networks".</remarks>
public readonly record struct MixtureParameters(Tensor Logits, Tensor Mean, Tensor StandardDeviation)
{
    /// <summary>The mean over the rows of minus the logarithm of the targets' densities.</summary>
    /// <param name="target">The targets [batch, D].</param>
    public Tensor Loss(Tensor target)
    {
        ArgumentNullException.ThrowIfNull(target);
        using DisposeScope scope = NewDisposeScope();
        Tensor scaled = (target.unsqueeze(1) - Mean) / StandardDeviation;
        Tensor density = scaled.square() * -0.5 - StandardDeviation.log() - DiagonalGaussianDistribution.HalfLogTwoPi;
        Tensor weights = Logits.log_softmax(1);
        Tensor joint = weights.ndim == 3 ? (weights + density).sum(-1) : weights + density.sum(-1);
        return (-joint.logsumexp(1).mean()).MoveToOuterDisposeScope();
    }

    /// <summary>Draws a row of numbers per row [batch, D]; no gradient flows through the choice of components.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="temperature">Divides the scores and multiplies the variances: above 1 for more spread, below for less. Range: positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is not positive.</exception>
    public Tensor Sample(RandomStream random, double temperature = 1)
    {
        if (!(temperature > 0))
            throw new ArgumentOutOfRangeException(nameof(temperature), temperature, "The temperature must be positive.");
        using DisposeScope scope = NewDisposeScope();
        Tensor scores = Logits / temperature;
        // Components along the last dimension: [batch, K] or [batch, D, K].
        Tensor components = new CategoricalDistribution(scores.ndim == 3 ? scores.transpose(1, 2) : scores).Sample(random);
        if (components.ndim == 1)
            components = components.unsqueeze(-1).expand(-1, Mean.shape[2]);
        return SampleOf(components, Noise.NormalLike(Mean.select(1, 0), random), temperature).MoveToOuterDisposeScope();
    }

    internal Tensor SampleOf(Tensor components, Tensor noise, double temperature)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor index = components.unsqueeze(1);
        Tensor mean = Mean.gather(1, index).squeeze(1);
        Tensor deviation = StandardDeviation.gather(1, index).squeeze(1);
        return (mean + noise * deviation * Math.Sqrt(temperature)).MoveToOuterDisposeScope();
    }
}
