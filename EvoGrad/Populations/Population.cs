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
        return new NormalPopulation(mean, sigma);
    }

    /// <summary>A normal distribution whose standard deviation is learnt by its logarithm, so that it stays above 0.</summary>
    /// <param name="mean">The mean, of any shape; individuals have that shape.</param>
    /// <param name="logSigma">The natural logarithm of the standard deviation: one number, or a tensor of the mean's shape.</param>
    public static NormalPopulation NormalWithLogScale(Tensor mean, Tensor logSigma) => new(mean, logSigma, isLogScale: true);

    /// <summary>A normal distribution with any covariance.</summary>
    /// <param name="mean">The mean. Shape [d].</param>
    /// <param name="factor">The lower triangular factor L of the covariance L Lᵀ. Shape [d, d]. Diagonal: above 0.</param>
    public static FullNormalPopulation FullNormal(Tensor mean, Tensor factor) => new(mean, factor);

    /// <summary>A normal distribution with a few correlated directions V: covariance V Vᵀ + diag(σ²).</summary>
    /// <param name="mean">The mean. Shape [d].</param>
    /// <param name="directions">The directions V. Shape [d, r].</param>
    /// <param name="sigma">The standard deviation of each number's own noise. Shape [d]. Range: above 0.</param>
    public static LowRankNormalPopulation LowRankNormal(Tensor mean, Tensor directions, Tensor sigma) => new(mean, directions, sigma);

    /// <summary>A mixture of normal distributions with one standard deviation.</summary>
    /// <param name="means">The means. Shape [k, d].</param>
    /// <param name="sigma">The standard deviation: one number. Range: above 0.</param>
    /// <param name="logits">Logarithms of the weights, up to a constant. Shape [k]; equal weights if null.</param>
    public static NormalMixturePopulation NormalMixture(Tensor means, Tensor sigma, Tensor? logits = null) => new(means, sigma, logits);

    /// <summary>Independent zeros and ones.</summary>
    /// <param name="logits">ln(p / (1 − p)) of each number, of any shape.</param>
    public static BernoulliPopulation Bernoulli(Tensor logits) => new(logits);

    /// <summary>Independent categories.</summary>
    /// <param name="logits">Logarithms of the probabilities, up to a constant. Shape [individual shape, k].</param>
    public static CategoricalPopulation Categorical(Tensor logits) => new(logits);

    /// <summary>Any distribution of <c>torch.distributions</c>.</summary>
    /// <param name="make">Makes the distribution with the generator given: <c>generator => distributions.Gamma(shape, rate, generator)</c>.</param>
    /// <param name="parameters">The tensors that it depends on, by name.</param>
    public static DistributionPopulation From(Func<Generator, distributions.Distribution> make, params ReadOnlySpan<(string Name, Tensor Tensor)> parameters)
    {
        var named = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach ((string name, Tensor tensor) in parameters)
            named.Add(name, tensor);
        return new DistributionPopulation(make, named);
    }
}
