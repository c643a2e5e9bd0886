namespace Layg.Sampling;

/// <summary>Settings of an <see cref="EnsembleSampler"/>. The number of walkers is that of the start positions.</summary>
public sealed record EnsembleOptions
{
    /// <summary>Where all randomness comes from: the same seed, start and density give the same chain, bit for bit.</summary>
    /// <value>The default value is 0.</value>
    public long Seed { get; init; }

    /// <summary>The moves, of which each step makes one.</summary>
    /// <value>The default is one <see cref="StretchMove"/>.</value>
    public IReadOnlyList<WeightedMove> Moves { get; init; } = [new(new StretchMove())];

    /// <summary>Every how many steps the ensemble is stored in the chain. Range: at least 1.</summary>
    /// <value>The default value is 1: every step.</value>
    public int Thin { get; init; } = 1;

    /// <summary>How the walkers are divided into two halves.</summary>
    /// <value>The default value is <see cref="EnsembleSplit.Random"/>.</value>
    public EnsembleSplit Split { get; init; } = EnsembleSplit.Random;

    /// <summary>
    /// Permits fewer walkers than twice the dimension, and starts that lie in a subspace. Moves along the differences of walkers can
    /// never leave that subspace, so this is for ensembles that also make a <see cref="GaussianMove"/>.
    /// </summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool AllowDegenerateEnsemble { get; init; }

    internal void Validate()
    {
        if (Thin < 1)
            throw new ArgumentOutOfRangeException(nameof(Thin), Thin, "Every how many steps the chain is stored must be at least 1.");
        if (!Enum.IsDefined(Split))
            throw new ArgumentOutOfRangeException(nameof(Split), Split, "The split must be Random or Fixed.");
        if (Moves is null || Moves.Count == 0)
            throw new ArgumentException("There must be at least one move.", nameof(Moves));
        for (int i = 0; i < Moves.Count; i++)
        {
            if (Moves[i].Move is null)
                throw new ArgumentException($"Move {i} is null.", nameof(Moves));
            if (!double.IsFinite(Moves[i].Weight) || Moves[i].Weight <= 0)
                throw new ArgumentOutOfRangeException(nameof(Moves), Moves[i].Weight, $"The weight of move {i} must be above 0 and finite.");
        }
    }
}
