using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>Options of <see cref="CmaEs"/>. Names in parentheses are pycma's.</summary>
public sealed record CmaEsOptions : StrategyOptions
{
    /// <summary>Whether bad candidates take variance away, by negative weights (CMA_active). Default: true.</summary>
    public bool Active { get; init; } = true;

    /// <summary>How many candidates the new mean is made of (CMA_mu). Default: half the population. Range: 1 to half the population.</summary>
    public int? ParentCount { get; init; }

    /// <summary>A scale per coordinate that the first step size is multiplied by (CMA_stds). Default: 1 each. Range: positive.</summary>
    public IReadOnlyList<double>? CoordinateStds { get; init; }

    /// <summary>Multiplies the rank-one learning rate (CMA_rankone). Default: 1. Range: at least 0.</summary>
    public double RankOneFactor { get; init; } = 1;

    /// <summary>Multiplies the rank-mu learning rate (CMA_rankmu). Default: 1. Range: at least 0.</summary>
    public double RankMuFactor { get; init; } = 1;

    /// <summary>Multiplies the damping of the step size (CSA_dampfac). Default: 1. Range: positive.</summary>
    public double DampingFactor { get; init; } = 1;

    /// <summary>Whose details are followed. Default: pycma's.</summary>
    public CmaConvention Convention { get; init; }

    /// <summary>No coordinate's standard deviation falls below this (minstd). Default: 0. Range: at least 0.</summary>
    public double MinStd { get; init; }

    /// <summary>No coordinate's standard deviation exceeds this (maxstd). Default: none. Range: above <see cref="MinStd"/>.</summary>
    public double? MaxStd { get; init; }

    /// <summary>How candidates are kept in <see cref="StrategyOptions.Bounds"/> (BoundaryHandler). Default: by a transform.</summary>
    public BoundHandling BoundHandling { get; init; }

    /// <summary>
    /// So many first generations the covariance matrix is only a diagonal, with faster learning rates (CMA_diagonal). Default: 0. Always:
    /// <see cref="long.MaxValue"/>, which makes a generation cost only population times dimension.
    /// </summary>
    public long DiagonalIterations { get; init; }

    /// <summary>Whether the best candidate so far competes in each generation (CMA_elitist). Default: false.</summary>
    public bool Elitist { get; init; }

    /// <summary>
    /// Whether every other candidate is the mirror image of the one before, and only the better of a pair becomes a parent (CMA_mirrors). Default: false.
    /// </summary>
    public bool Mirrored { get; init; }

    /// <summary>Whether the draws of a generation are made orthogonal to each other, keeping their lengths. Default: false.</summary>
    public bool Orthogonal { get; init; }

    /// <summary>Coordinates that only take integer values (integer_variables), kept moving by a margin. Default: none.</summary>
    public IReadOnlyList<int>? IntegerVariables { get; init; }

    /// <summary>Coordinates that keep a value (fixed_variables); the search runs in the others. Default: none.</summary>
    public IReadOnlyDictionary<int, double>? FixedVariables { get; init; }

    /// <summary>
    /// Candidates that are told but were not asked are moved so close to the mean that their Mahalanobis distance is at most this many times
    /// <c>sqrt(n) + 2n / (n + 2)</c>. Default: not at all. Candidates of <see cref="CmaEs.Inject"/> always are, at 1. Range: positive.
    /// </summary>
    public double? OtherSolutionsLimit { get; init; }

    /// <summary>What computes matrix products and eigendecompositions. Default: OpenBLAS for large matrices where it is installed.</summary>
    public LinearAlgebraKind LinearAlgebra { get; init; }

    /// <inheritdoc />
    protected internal override void Validate()
    {
        base.Validate();
        Require(PopulationSize is null or >= 2, nameof(PopulationSize), PopulationSize, "at least 2");
        Require(ParentCount is null or >= 1, nameof(ParentCount), ParentCount, "at least 1");
        Require(RankOneFactor >= 0 && double.IsFinite(RankOneFactor), nameof(RankOneFactor), RankOneFactor, "at least 0 and finite");
        Require(RankMuFactor >= 0 && double.IsFinite(RankMuFactor), nameof(RankMuFactor), RankMuFactor, "at least 0 and finite");
        Require(DampingFactor > 0 && double.IsFinite(DampingFactor), nameof(DampingFactor), DampingFactor, "positive and finite");
        Require(MinStd >= 0 && double.IsFinite(MinStd), nameof(MinStd), MinStd, "at least 0 and finite");
        Require(MaxStd is null || MaxStd > MinStd, nameof(MaxStd), MaxStd, $"above {nameof(MinStd)}");
        Require(DiagonalIterations >= 0, nameof(DiagonalIterations), DiagonalIterations, "at least 0");
        Require(OtherSolutionsLimit is null or > 0, nameof(OtherSolutionsLimit), OtherSolutionsLimit, "positive");
        Require(Enum.IsDefined(Convention), nameof(Convention), Convention, "a convention");
        Require(Enum.IsDefined(BoundHandling), nameof(BoundHandling), BoundHandling, "a way");
        Require(Enum.IsDefined(LinearAlgebra), nameof(LinearAlgebra), LinearAlgebra, "a kind");
    }

    /// <summary>Checks what only makes sense for a dimension.</summary>
    internal void ValidateFor(int dimension)
    {
        Require(CoordinateStds is null || CoordinateStds.Count == dimension, $"{nameof(CoordinateStds)}.Count", CoordinateStds?.Count, $"the dimension {dimension}");
        for (int i = 0; i < CoordinateStds?.Count; i++)
            Require(CoordinateStds[i] > 0 && double.IsFinite(CoordinateStds[i]), $"{nameof(CoordinateStds)}[{i}]", CoordinateStds[i], "positive and finite");
        foreach (int coordinate in IntegerVariables ?? [])
        {
            Require(coordinate >= 0 && coordinate < dimension, nameof(IntegerVariables), coordinate, $"from 0 to {dimension - 1}");
            Require(
                Bounds is null || Math.Ceiling(Bounds.Lower(coordinate)) <= Math.Floor(Bounds.Upper(coordinate)), nameof(IntegerVariables), coordinate,
                $"a coordinate with an integer in its bounds, which are {Bounds?.Lower(coordinate)} to {Bounds?.Upper(coordinate)}");
        }

        foreach ((int coordinate, double value) in FixedVariables ?? new Dictionary<int, double>())
        {
            Require(coordinate >= 0 && coordinate < dimension, nameof(FixedVariables), coordinate, $"from 0 to {dimension - 1}");
            Require(double.IsFinite(value), $"{nameof(FixedVariables)}[{coordinate}]", value, "a finite number");
        }

        Require((FixedVariables?.Count ?? 0) < dimension, nameof(FixedVariables), FixedVariables?.Count, "fewer than the coordinates");
    }
}
