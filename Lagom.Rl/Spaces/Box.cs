using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>Arrays of single-precision numbers, each between bounds of its own; bounds may be infinite.</summary>
public sealed class Box : Space<float[]>
{
    private readonly float[] _low;
    private readonly float[] _high;

    /// <summary>Makes a box of one dimension.</summary>
    /// <param name="low">The smallest value of each element; negative infinity where there is none.</param>
    /// <param name="high">The largest value of each element, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ or are 0, or a bound is NaN or above its partner.</exception>
    public Box(ReadOnlySpan<float> low, ReadOnlySpan<float> high)
        : this(low, high, [low.Length])
    {
    }

    /// <summary>Makes a box whose elements share their bounds.</summary>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The largest value.</param>
    /// <param name="shape">The lengths of the dimensions, each at least 1.</param>
    /// <exception cref="ArgumentException">A length is below 1, or a bound is NaN or above its partner.</exception>
    public Box(float low, float high, params ReadOnlySpan<int> shape)
        : this(Filled(low, shape), Filled(high, shape), shape)
    {
    }

    /// <summary>Makes a box of any shape; bounds and values are in row-major order.</summary>
    /// <param name="low">The smallest value of each element.</param>
    /// <param name="high">The largest value of each element.</param>
    /// <param name="shape">The lengths of the dimensions, each at least 1.</param>
    /// <exception cref="ArgumentException">The shape and the lengths of the bounds disagree, or a bound is NaN or above its partner.</exception>
    public Box(ReadOnlySpan<float> low, ReadOnlySpan<float> high, ReadOnlySpan<int> shape)
        : base(Elements(shape))
    {
        CheckLength(low.Length, nameof(low));
        CheckLength(high.Length, nameof(high));
        for (int i = 0; i < low.Length; i++)
        {
            if (!(low[i] <= high[i]))
                throw new ArgumentException($"Bounds must be numbers with low ≤ high; element {i} has low {low[i]} and high {high[i]}.", nameof(low));
        }

        _low = low.ToArray();
        _high = high.ToArray();
        Shape = [.. shape];
    }

    /// <summary>The smallest value of each element [<see cref="Space.FlatDimension"/>].</summary>
    public ReadOnlySpan<float> Low => _low;

    /// <summary>The largest value of each element [<see cref="Space.FlatDimension"/>].</summary>
    public ReadOnlySpan<float> High => _high;

    /// <summary>The lengths of the dimensions; values are arrays of their product, in row-major order.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>Draws every element: uniformly between two finite bounds, from an exponential distribution beyond one, from a normal one between none.</summary>
    /// <param name="random">Where to draw from.</param>
    public override float[] Sample(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var value = new float[FlatDimension];
        for (int i = 0; i < value.Length; i++)
        {
            double drawn = (float.IsFinite(_low[i]), float.IsFinite(_high[i])) switch
            {
                (true, true) => random.NextDouble(_low[i], _high[i]),
                (true, false) => _low[i] - Math.Log(1 - random.NextDouble()),
                (false, true) => _high[i] + Math.Log(1 - random.NextDouble()),
                _ => random.NextNormal(),
            };
            value[i] = Math.Clamp((float)drawn, _low[i], _high[i]);
        }

        return value;
    }

    /// <inheritdoc/>
    public override bool Contains(float[]? value) => value is not null && Contains(value.AsSpan());

    /// <summary>Whether an array has the right length and every element is between its bounds.</summary>
    /// <param name="value">The value.</param>
    public bool Contains(ReadOnlySpan<float> value)
    {
        if (value.Length != FlatDimension)
            return false;
        for (int i = 0; i < value.Length; i++)
        {
            if (!(value[i] >= _low[i] && value[i] <= _high[i]))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override void Flatten(float[] value, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(value);
        CheckLength(value.Length, nameof(value));
        CheckLength(destination.Length, nameof(destination));
        value.CopyTo(destination);
    }

    /// <inheritdoc/>
    public override float[] Unflatten(ReadOnlySpan<float> numbers)
    {
        CheckLength(numbers.Length, nameof(numbers));
        return numbers.ToArray();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"Box({TensorPrimitives.Min<float>(_low)} to {TensorPrimitives.Max<float>(_high)}, [{string.Join(", ", Shape)}])");

    private static int Elements(ReadOnlySpan<int> shape)
    {
        int elements = 1;
        foreach (int length in shape)
        {
            if (length < 1)
                throw new ArgumentException($"Every length of a shape must be at least 1; it is [{string.Join(", ", shape.ToArray())}].", nameof(shape));
            elements = checked(elements * length);
        }

        return elements;
    }

    private static float[] Filled(float value, ReadOnlySpan<int> shape)
    {
        var filled = new float[Elements(shape)];
        filled.AsSpan().Fill(value);
        return filled;
    }
}
