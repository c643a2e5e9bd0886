using System.Collections.Immutable;

namespace Lagom.Rl;

/// <summary>Named values, each from a space of its own; flattened in the order of their names.</summary>
public sealed class DictSpace : Space<IReadOnlyDictionary<string, object>>
{
    /// <summary>Makes the space.</summary>
    /// <param name="parts">The spaces by name, at least one.</param>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    public DictSpace(IReadOnlyDictionary<string, Space> parts)
        : base(Total(parts)) => Parts = parts.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The spaces by name, in ordinal order.</summary>
    public ImmutableSortedDictionary<string, Space> Parts { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object> Sample(RandomStream random) =>
        Parts.ToImmutableSortedDictionary(part => part.Key, part => part.Value.SampleValue(random), StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Contains(IReadOnlyDictionary<string, object>? value) =>
        value is not null && value.Count == Parts.Count &&
        Parts.All(part => value.TryGetValue(part.Key, out object? element) && part.Value.ContainsValue(element));

    /// <inheritdoc/>
    public override void Flatten(IReadOnlyDictionary<string, object> value, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(value);
        CheckLength(destination.Length, nameof(destination));
        int offset = 0;
        foreach ((string name, Space part) in Parts)
        {
            if (!value.TryGetValue(name, out object? element))
                throw new ArgumentException($"The value lacks '{name}'; {this} needs it.", nameof(value));
            part.FlattenValue(element, destination.Slice(offset, part.FlatDimension));
            offset += part.FlatDimension;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object> Unflatten(ReadOnlySpan<float> numbers)
    {
        CheckLength(numbers.Length, nameof(numbers));
        var value = ImmutableSortedDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        int offset = 0;
        foreach ((string name, Space part) in Parts)
        {
            value[name] = part.UnflattenValue(numbers.Slice(offset, part.FlatDimension));
            offset += part.FlatDimension;
        }

        return value.ToImmutable();
    }

    /// <inheritdoc/>
    public override string ToString() => $"Dict({string.Join(", ", Parts.Select(part => $"{part.Key}: {part.Value}"))})";

    private static int Total(IReadOnlyDictionary<string, Space> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
            throw new ArgumentException("There must be at least one part.", nameof(parts));
        return parts.Values.Sum(part => part.FlatDimension);
    }
}
