using System.Globalization;

namespace L2L;

/// <summary>A normal distribution whose sampling covariance gets |N(0, magnitude · scale)| added to each variance, less and less with every fit.</summary>
public sealed record NoisyGaussianDistribution : SearchDistribution
{
    /// <summary>The standard deviation of the first noise. Range: not negative.</summary>
    public double NoiseMagnitude { get; init; } = 1;

    /// <summary>The noise's scale for each coordinate, or one for all.</summary>
    public IReadOnlyList<double> CoordinateScale { get; init; } = [1];

    /// <summary>What the magnitude is multiplied with after each fit. Range: [0, 1].</summary>
    public double NoiseDecay { get; init; } = 0.95;

    /// <inheritdoc/>
    public override void Validate(int dimension) => CovarianceNoise.Check(NoiseMagnitude, CoordinateScale, NoiseDecay, dimension);

    /// <summary>The distribution as <see cref="SearchDistribution.Parse"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"noisy-gaussian({NoiseMagnitude}, {NoiseDecay})");

    /// <inheritdoc/>
    public override ISearchDistribution Create(int dimension) =>
        new GaussianFit(dimension, new CovarianceNoise(NoiseMagnitude, CoordinateScale, NoiseDecay, dimension));
}
