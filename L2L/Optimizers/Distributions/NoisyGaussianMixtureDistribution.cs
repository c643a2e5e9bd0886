using System.Globalization;

namespace L2L;

/// <summary>
/// A mixture of normal distributions whose covariances get |N(0, magnitude · scale)| added to each variance, less and less with every fit.
/// </summary>
public sealed record NoisyGaussianMixtureDistribution : SearchDistribution
{
    /// <summary>How many components. Range: at least 1.</summary>
    public int Components { get; init; } = 2;

    /// <summary>The prior of the weights' concentration; 1 divided by the number of components where null. Range: positive.</summary>
    public double? WeightConcentrationPrior { get; init; }

    /// <summary>After how many iterations a fit ends at the latest. Range: at least 1.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>The standard deviation of the first noise. Range: not negative.</summary>
    public double NoiseMagnitude { get; init; } = 1;

    /// <summary>The noise's scale for each coordinate, or one for all.</summary>
    public IReadOnlyList<double> CoordinateScale { get; init; } = [1];

    /// <summary>What the magnitude is multiplied with after each fit. Range: [0, 1].</summary>
    public double NoiseDecay { get; init; } = 0.95;

    /// <inheritdoc/>
    public override void Validate(int dimension)
    {
        MixtureFit.Check(Components, WeightConcentrationPrior, MaxIterations);
        CovarianceNoise.Check(NoiseMagnitude, CoordinateScale, NoiseDecay, dimension);
    }

    /// <summary>The distribution as <see cref="SearchDistribution.Parse"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"noisy-gaussian-mixture({Components}, {NoiseMagnitude}, {NoiseDecay})");

    /// <inheritdoc/>
    public override ISearchDistribution Create(int dimension) =>
        new MixtureFit(dimension, Components, WeightConcentrationPrior, MaxIterations, new CovarianceNoise(NoiseMagnitude, CoordinateScale, NoiseDecay, dimension));
}
