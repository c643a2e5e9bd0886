namespace L2L;

/// <summary>A normal distribution with the mean and covariance (divided by n − 1) of the points.</summary>
public sealed record GaussianDistribution : SearchDistribution
{
    /// <summary>The distribution as <see cref="SearchDistribution.Parse"/> reads it.</summary>
    public override string ToString() => "gaussian";

    /// <inheritdoc/>
    public override ISearchDistribution Create(int dimension) => new GaussianFit(dimension, null);
}
