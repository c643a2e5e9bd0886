namespace Lagom.Rl;

/// <summary>A tree of weights, to draw indices in proportion to them: the store of prioritised replay.</summary>
/// <remarks><b>Source:</b> Schaul, Quan, Antonoglou and Silver (2016), "Prioritized experience replay".</remarks>
public sealed class SumTree : SegmentTree
{
    private const double Tolerance = 1e-5;

    /// <summary>Makes a tree whose weights are all 0.</summary>
    /// <param name="capacity">How many weights. Range: a power of two.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is no power of two.</exception>
    public SumTree(int capacity)
        : base(capacity, 0)
    {
    }

    /// <summary>The sum of all weights.</summary>
    public double Total => Node(1);

    /// <summary>The sum of the weights from one index up to another.</summary>
    /// <param name="start">The first index.</param>
    /// <param name="end">One after the last index; null for all, negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end of the range is out of range.</exception>
    public double Sum(int start = 0, int? end = null) => Reduce(start, end);

    /// <summary>The smallest index whose weight and all before sum to more than a number. Never one of weight 0.</summary>
    /// <param name="prefixSum">The number. Range: 0 to <see cref="Total"/>, the total itself giving the last weight above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, NaN or above the total.</exception>
    /// <exception cref="InvalidOperationException">All weights are 0.</exception>
    public int FindPrefixSum(double prefixSum)
    {
        if (!(prefixSum >= 0 && prefixSum <= Total + Tolerance))
            throw new ArgumentOutOfRangeException(nameof(prefixSum), prefixSum, $"The number must be 0 to the total, {Total}.");
        if (Total == 0)
            throw new InvalidOperationException("All weights are 0; there is none to find.");
        int node = 1;
        while (node < Capacity)
        {
            node *= 2;
            double left = Node(node);
            if (left > prefixSum || Node(node + 1) == 0)
                continue;
            prefixSum -= left;
            node++;
        }

        return node - Capacity;
    }

    /// <inheritdoc/>
    protected override double Combine(double left, double right) => left + right;

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for a weight that is negative or not finite.</summary>
    /// <param name="value">The weight.</param>
    protected override void Check(double value)
    {
        if (!(value >= 0) || !double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A weight must be at least 0 and finite.");
    }
}
