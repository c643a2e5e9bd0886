namespace Lagom.Evolution;

/// <summary>Options of <see cref="RandomSearch"/>. The population's default size is 4 + 3 ln n.</summary>
public sealed record RandomSearchOptions : StrategyOptions
{
    /// <summary>The standard deviation of each coordinate as a multiple of sigma0. Default: 1 for all. Range: positive.</summary>
    public IReadOnlyList<double>? CoordinateStds { get; init; }
}
