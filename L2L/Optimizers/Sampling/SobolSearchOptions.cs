namespace L2L;

/// <summary>Options of <see cref="SobolSearch"/>.</summary>
public sealed record SobolSearchOptions : SteadyStateOptions
{
    /// <summary>Whether the points are moved by a random shift, which the seed decides.</summary>
    public bool Scramble { get; init; } = true;
}
