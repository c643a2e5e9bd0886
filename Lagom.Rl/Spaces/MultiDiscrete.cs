using System.Collections.Immutable;

namespace Lagom.Rl;

/// <summary>Several choices at once: element i is an integer from 0 to <see cref="Counts"/>[i] - 1.</summary>
public sealed class MultiDiscrete : Space<int[]>
{
    private readonly Discrete[] _parts;

    /// <summary>Makes the space.</summary>
    /// <param name="counts">How many values each element has, each at least 1; at least one element.</param>
    /// <exception cref="ArgumentException">There are no counts, or one is below 1.</exception>
    public MultiDiscrete(params ReadOnlySpan<int> counts)
        : base(Total(counts))
    {
        Counts = [.. counts];
        _parts = [.. Counts.Select(count => new Discrete(count))];
    }

    /// <summary>How many values each element has.</summary>
    public ImmutableArray<int> Counts { get; }

    /// <inheritdoc/>
    public override int[] Sample(RandomStream random) => [.. _parts.Select(part => part.Sample(random))];

    /// <inheritdoc/>
    public override bool Contains(int[]? value) =>
        value is not null && value.Length == _parts.Length && _parts.Zip(value).All(pair => pair.First.Contains(pair.Second));

    /// <inheritdoc/>
    public override void Flatten(int[] value, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(value);
        CheckLength(destination.Length, nameof(destination));
        if (value.Length != _parts.Length)
            throw new ArgumentException($"The value has {value.Length} elements; {this} has {_parts.Length}.", nameof(value));
        for (int i = 0, offset = 0; i < _parts.Length; offset += _parts[i++].Count)
            _parts[i].Flatten(value[i], destination.Slice(offset, _parts[i].Count));
    }

    /// <inheritdoc/>
    public override int[] Unflatten(ReadOnlySpan<float> numbers)
    {
        CheckLength(numbers.Length, nameof(numbers));
        var value = new int[_parts.Length];
        for (int i = 0, offset = 0; i < _parts.Length; offset += _parts[i++].Count)
            value[i] = _parts[i].Unflatten(numbers.Slice(offset, _parts[i].Count));
        return value;
    }

    /// <inheritdoc/>
    public override string ToString() => $"MultiDiscrete({string.Join(", ", Counts)})";

    private static int Total(ReadOnlySpan<int> counts)
    {
        if (counts.IsEmpty)
            throw new ArgumentException("There must be at least one count.", nameof(counts));
        int total = 0;
        foreach (int count in counts)
        {
            if (count < 1)
                throw new ArgumentException($"Every count must be at least 1; they are [{string.Join(", ", counts.ToArray())}].", nameof(counts));
            total = checked(total + count);
        }

        return total;
    }
}
