namespace Lagom.Rl;

/// <summary>Arrays of bits.</summary>
public sealed class MultiBinary : Space<bool[]>
{
    /// <summary>Makes the space.</summary>
    /// <param name="count">How many bits a value has. Range: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public MultiBinary(int count)
        : base(count) => ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);

    /// <inheritdoc/>
    public override bool[] Sample(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var bits = new bool[FlatDimension];
        for (int i = 0; i < bits.Length; i++)
            bits[i] = random.NextInt32(2) == 1;
        return bits;
    }

    /// <inheritdoc/>
    public override bool Contains(bool[]? value) => value?.Length == FlatDimension;

    /// <inheritdoc/>
    public override void Flatten(bool[] value, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(value);
        CheckLength(value.Length, nameof(value));
        CheckLength(destination.Length, nameof(destination));
        for (int i = 0; i < value.Length; i++)
            destination[i] = value[i] ? 1 : 0;
    }

    /// <summary>Makes bits of numbers: those above one half are set.</summary>
    /// <param name="numbers">The numbers [<see cref="Space.FlatDimension"/>].</param>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    public override bool[] Unflatten(ReadOnlySpan<float> numbers)
    {
        CheckLength(numbers.Length, nameof(numbers));
        var bits = new bool[numbers.Length];
        for (int i = 0; i < bits.Length; i++)
            bits[i] = numbers[i] > 0.5f;
        return bits;
    }

    /// <inheritdoc/>
    public override string ToString() => $"MultiBinary({FlatDimension})";
}
