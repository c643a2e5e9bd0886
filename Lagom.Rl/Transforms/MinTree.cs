namespace Lagom.Rl;

/// <summary>A tree of numbers whose smallest over any range is known in logarithmic time.</summary>
public sealed class MinTree : SegmentTree
{
    /// <summary>Makes a tree whose numbers are all infinite.</summary>
    /// <param name="capacity">How many numbers. Range: a power of two.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is no power of two.</exception>
    public MinTree(int capacity)
        : base(capacity, double.PositiveInfinity)
    {
    }

    /// <summary>The smallest number from one index up to another; infinite where the range is empty.</summary>
    /// <param name="start">The first index.</param>
    /// <param name="end">One after the last index; null for all, negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end of the range is out of range.</exception>
    public double Min(int start = 0, int? end = null) => Reduce(start, end);

    /// <inheritdoc/>
    protected override double Combine(double left, double right) => Math.Min(left, right);
}
