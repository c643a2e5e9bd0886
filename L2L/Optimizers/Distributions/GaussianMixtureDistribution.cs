using System.Globalization;

namespace L2L;

/// <summary>A mixture of normal distributions with full covariances, fitted by variational inference.</summary>
/// <remarks><b>Source:</b> Attias (1999) and Bishop (2006), "Pattern recognition and machine learning", section 10.2, with a Dirichlet distribution over the weights.</remarks>
public sealed record GaussianMixtureDistribution : SearchDistribution
{
    /// <summary>How many components. Range: at least 1.</summary>
    public int Components { get; init; } = 2;

    /// <summary>The prior of the weights' concentration; 1 divided by the number of components where null. Range: positive.</summary>
    public double? WeightConcentrationPrior { get; init; }

    /// <summary>After how many iterations a fit ends at the latest. Range: at least 1.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <inheritdoc/>
    public override void Validate(int dimension) => MixtureFit.Check(Components, WeightConcentrationPrior, MaxIterations);

    /// <summary>The distribution as <see cref="SearchDistribution.Parse"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"gaussian-mixture({Components})");

    /// <inheritdoc/>
    public override ISearchDistribution Create(int dimension) => new MixtureFit(dimension, Components, WeightConcentrationPrior, MaxIterations, null);
}
