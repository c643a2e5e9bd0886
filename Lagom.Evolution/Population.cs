namespace Lagom.Evolution;

/// <summary>The candidates of one generation: so many rows of as many coordinates, in one row-major array.</summary>
/// <remarks>A population that <see cref="IEvolutionStrategy.Ask()"/> returned belongs to the caller, who may also change it and tell it then.</remarks>
public sealed class Population
{
    private readonly double[] _data;

    /// <summary>Makes a population of zeros.</summary>
    /// <param name="count">How many candidates. Range: at least 1.</param>
    /// <param name="dimension">How many coordinates each has. Range: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public Population(int count, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        Count = count;
        Dimension = dimension;
        _data = new double[checked(count * dimension)];
    }

    /// <summary>How many candidates there are.</summary>
    public int Count { get; }

    /// <summary>How many coordinates a candidate has.</summary>
    public int Dimension { get; }

    /// <summary>All candidates, row after row [<see cref="Count"/>, <see cref="Dimension"/>].</summary>
    public Span<double> Data => _data;

    /// <summary>A candidate [<see cref="Dimension"/>]: a view, not a copy.</summary>
    /// <param name="index">Which one. Range: 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such candidate.</exception>
    public Span<double> this[int index] => Memory(index).Span;

    /// <summary>A candidate as memory, for delegates that outlive the call: a view, not a copy.</summary>
    /// <param name="index">Which one. Range: 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such candidate.</exception>
    public Memory<double> Memory(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return _data.AsMemory(index * Dimension, Dimension);
    }

    /// <summary>Copies the candidates into an array each.</summary>
    public double[][] ToArrays()
    {
        var rows = new double[Count][];
        for (int i = 0; i < Count; i++)
            rows[i] = this[i].ToArray();
        return rows;
    }
}
