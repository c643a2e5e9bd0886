using System.Numerics;

namespace Lagom.Rl;

/// <summary>Numbers whose combination over any range is known in logarithmic time, under changes.</summary>
public abstract class SegmentTree
{
    private readonly double[] _nodes;
    private readonly double _identity;

    /// <summary>Makes a tree whose numbers are all the identity.</summary>
    /// <param name="capacity">How many numbers. Range: a power of two.</param>
    /// <param name="identity">The number that changes nothing it is combined with.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is no power of two.</exception>
    protected SegmentTree(int capacity, double identity)
    {
        if (capacity < 1 || !BitOperations.IsPow2(capacity))
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity must be a power of two.");
        Capacity = capacity;
        _identity = identity;
        _nodes = new double[2 * capacity];
        _nodes.AsSpan().Fill(identity);
    }

    /// <summary>How many numbers there are.</summary>
    public int Capacity { get; }

    /// <summary>A number of the tree.</summary>
    /// <param name="index">Which. Range: 0 to <see cref="Capacity"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is out of range, or the number written is one that the tree does not take.</exception>
    public double this[int index]
    {
        get
        {
            CheckIndex(index);
            return _nodes[Capacity + index];
        }

        set
        {
            CheckIndex(index);
            Check(value);
            int node = Capacity + index;
            _nodes[node] = value;
            for (node /= 2; node >= 1; node /= 2)
                _nodes[node] = Combine(_nodes[2 * node], _nodes[2 * node + 1]);
        }
    }

    /// <summary>The combination of the numbers from one index up to another, in order; the identity where the range is empty.</summary>
    /// <param name="start">The first index. Range: 0 to <see cref="Capacity"/>.</param>
    /// <param name="end">One after the last index; null for all, negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end of the range is out of range.</exception>
    public double Reduce(int start = 0, int? end = null)
    {
        int stop = end switch { null => Capacity, < 0 => Capacity + end.Value, _ => end.Value };
        if (stop < 0 || stop > Capacity)
            throw new ArgumentOutOfRangeException(nameof(end), end, $"The end must be -{Capacity} to {Capacity}.");
        if (start < 0 || start > Capacity)
            throw new ArgumentOutOfRangeException(nameof(start), start, $"The start must be 0 to {Capacity}.");
        double left = _identity, right = _identity;
        for (int low = start + Capacity, high = stop + Capacity; low < high; low /= 2, high /= 2)
        {
            if ((low & 1) != 0)
                left = Combine(left, _nodes[low++]);
            if ((high & 1) != 0)
                right = Combine(_nodes[--high], right);
        }

        return Combine(left, right);
    }

    /// <summary>Combines two numbers. Associative; the order of the numbers is kept.</summary>
    /// <param name="left">The number of lower indices.</param>
    /// <param name="right">The number of higher indices.</param>
    protected abstract double Combine(double left, double right);

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for a number that the tree does not take: NaN.</summary>
    /// <param name="value">The number.</param>
    protected virtual void Check(double value)
    {
        if (double.IsNaN(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "The number must not be NaN.");
    }

    private protected double Node(int node) => _nodes[node];

    private void CheckIndex(int index)
    {
        if ((uint)index >= (uint)Capacity)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The index must be 0 to {Capacity - 1}.");
    }
}
