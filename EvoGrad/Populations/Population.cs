using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>Makes populations of the usual distributions.</summary>
public static class Population
{
    /// <summary>A normal distribution with independent numbers.</summary>
    /// <param name="mean">The mean, of any shape; individuals have that shape.</param>
    /// <param name="sigma">The standard deviation: one number, or a tensor of the mean's shape. Range: above 0.</param>
    public static NormalPopulation Normal(Tensor mean, Tensor sigma) => new(mean, sigma);

    /// <summary>A normal distribution with one standard deviation, which stays as it is.</summary>
    /// <param name="mean">The mean, of any shape; individuals have that shape.</param>
    /// <param name="sigma">The standard deviation. Range: above 0.</param>
    public static NormalPopulation Normal(Tensor mean, double sigma)
    {
        ArgumentNullException.ThrowIfNull(mean);
        return new NormalPopulation(mean, full([], sigma, mean.dtype, mean.device).DetachFromDisposeScope());
    }

    /// <summary>A normal distribution whose standard deviation is learnt by its logarithm, so that it stays above 0.</summary>
    /// <param name="mean">The mean, of any shape; individuals have that shape.</param>
    /// <param name="logSigma">The natural logarithm of the standard deviation: one number, or a tensor of the mean's shape.</param>
    public static NormalPopulation NormalWithLogScale(Tensor mean, Tensor logSigma) => new(mean, logSigma, isLogScale: true);
}
