using Shared.Tensors;

namespace Lagom.Evolution;

/// <summary>The archive of JADE: members that were replaced by better ones, a random choice of them once it is full.</summary>
internal sealed class ReplacedMembers(int capacity, int dimension)
{
    private readonly double[] _rows = new double[capacity * dimension];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ReadOnlySpan<double> this[int index] => _rows.AsSpan(index * dimension, dimension);

    /// <summary>Adds one, in place of a random one where there is no room.</summary>
    public void Add(ReadOnlySpan<double> member, RandomStream random)
    {
        int place = Count < capacity ? Count++ : random.NextInt32(capacity);
        member.CopyTo(_rows.AsSpan(place * dimension, dimension));
    }

    public void Save(StrategyState state) => state.Set("archive", _rows.AsSpan(0, Count * dimension));

    public void Load(StrategyState state)
    {
        double[] rows = state.GetArray("archive");
        if (rows.Length > _rows.Length || rows.Length % dimension != 0)
            throw new InvalidDataException($"The saved state's 'archive' has {rows.Length} numbers; it must be a multiple of {dimension}, at most {_rows.Length}.");
        rows.CopyTo(_rows, 0);
        Count = rows.Length / dimension;
    }
}
