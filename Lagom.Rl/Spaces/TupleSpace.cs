using System.Collections.Immutable;

namespace Lagom.Rl;

/// <summary>A fixed number of values, each from a space of its own; a value is a list with one element per part.</summary>
public sealed class TupleSpace : Space<IReadOnlyList<object>>
{
    /// <summary>Makes the space.</summary>
    /// <param name="parts">The spaces of the parts, at least one.</param>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    public TupleSpace(params IReadOnlyList<Space> parts)
        : base(Total(parts)) => Parts = [.. parts];

    /// <summary>The spaces of the parts.</summary>
    public ImmutableArray<Space> Parts { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<object> Sample(RandomStream random) => [.. Parts.Select(part => part.SampleValue(random))];

    /// <inheritdoc/>
    public override bool Contains(IReadOnlyList<object>? value) =>
        value is not null && value.Count == Parts.Length && Parts.Zip(value).All(pair => pair.First.ContainsValue(pair.Second));

    /// <inheritdoc/>
    public override void Flatten(IReadOnlyList<object> value, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(value);
        CheckLength(destination.Length, nameof(destination));
        if (value.Count != Parts.Length)
            throw new ArgumentException($"The value has {value.Count} parts; {this} has {Parts.Length}.", nameof(value));
        for (int i = 0, offset = 0; i < Parts.Length; offset += Parts[i++].FlatDimension)
            Parts[i].FlattenValue(value[i], destination.Slice(offset, Parts[i].FlatDimension));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<object> Unflatten(ReadOnlySpan<float> numbers)
    {
        CheckLength(numbers.Length, nameof(numbers));
        var value = new object[Parts.Length];
        for (int i = 0, offset = 0; i < Parts.Length; offset += Parts[i++].FlatDimension)
            value[i] = Parts[i].UnflattenValue(numbers.Slice(offset, Parts[i].FlatDimension));
        return value;
    }

    /// <inheritdoc/>
    public override string ToString() => $"Tuple({string.Join(", ", Parts)})";

    private static int Total(IReadOnlyList<Space> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
            throw new ArgumentException("There must be at least one part.", nameof(parts));
        return parts.Sum(part => part.FlatDimension);
    }
}
