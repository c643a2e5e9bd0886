namespace L2L;

/// <summary>A normal distribution with the mean and covariance (divided by n − 1) of the points.</summary>
public sealed record GaussianDistribution : SearchDistribution
{
    /// <inheritdoc/>
    public override ISearchDistribution Create(int dimension) => new GaussianFit(dimension, null);
}
