using Shared.Tensors;

namespace Layg.Sampling;

/// <summary>What an <see cref="IEnsembleMove"/> may look at when it proposes a position for one walker.</summary>
public readonly ref struct MoveContext
{
    /// <summary>Describes one walker's situation.</summary>
    /// <param name="walker">Which walker moves, from 0.</param>
    /// <param name="current">Where it stands: [dimension].</param>
    /// <param name="others">Where the walkers of the other half stand, row after row: [count, dimension].</param>
    /// <param name="otherWalkers">Which walkers those are, in ascending order: [count].</param>
    /// <param name="random">The moving walker's stream.</param>
    public MoveContext(
        int walker, ReadOnlySpan<double> current, ReadOnlySpan<double> others, ReadOnlySpan<int> otherWalkers, RandomStream random)
    {
        Walker = walker;
        Current = current;
        Others = others;
        OtherWalkers = otherWalkers;
        Random = random;
    }

    /// <summary>Which walker moves, from 0.</summary>
    public int Walker { get; }

    /// <summary>Where it stands: [dimension].</summary>
    public ReadOnlySpan<double> Current { get; }

    /// <summary>Where the walkers of the other half stand, row after row: [<see cref="OtherCount"/>, <see cref="Dimension"/>].</summary>
    public ReadOnlySpan<double> Others { get; }

    /// <summary>Which walkers <see cref="Others"/> are, in ascending order: [<see cref="OtherCount"/>].</summary>
    public ReadOnlySpan<int> OtherWalkers { get; }

    /// <summary>The moving walker's stream. Draw from no other: results must not depend on the order of the walkers.</summary>
    public RandomStream Random { get; }

    /// <summary>Numbers per point (n).</summary>
    public int Dimension => Current.Length;

    /// <summary>How many walkers the other half has.</summary>
    public int OtherCount => OtherWalkers.Length;

    /// <summary>Where one walker of the other half stands: [dimension].</summary>
    /// <param name="index">Which row of <see cref="Others"/>, from 0.</param>
    public ReadOnlySpan<double> Other(int index) => Others.Slice(index * Dimension, Dimension);
}
