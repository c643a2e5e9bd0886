using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>The integers from <see cref="Start"/> to <see cref="Start"/> + <see cref="Count"/> - 1.</summary>
public sealed class Discrete : Space<int>
{
    /// <summary>Makes the space.</summary>
    /// <param name="count">How many values there are. Range: at least 1.</param>
    /// <param name="start">The smallest value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1, or the largest value exceeds an int.</exception>
    public Discrete(int count, int start = 0)
        : base(count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, int.MaxValue - count + 1);
        Count = count;
        Start = start;
    }

    /// <summary>How many values there are.</summary>
    public int Count { get; }

    /// <summary>The smallest value.</summary>
    public int Start { get; }

    /// <inheritdoc/>
    public override int Sample(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Start + random.NextInt32(Count);
    }

    /// <inheritdoc/>
    public override bool Contains(int value) => value >= Start && value - (long)Start < Count;

    /// <inheritdoc/>
    public override void Flatten(int value, Span<float> destination)
    {
        CheckLength(destination.Length, nameof(destination));
        if (!Contains(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, $"The value is not in {this}.");
        destination.Clear();
        destination[value - Start] = 1;
    }

    /// <inheritdoc/>
    public override int Unflatten(ReadOnlySpan<float> numbers)
    {
        CheckLength(numbers.Length, nameof(numbers));
        return Start + TensorPrimitives.IndexOfMax(numbers);
    }

    /// <inheritdoc/>
    public override string ToString() => Start == 0 ? $"Discrete({Count})" : $"Discrete({Count}, start {Start})";
}
