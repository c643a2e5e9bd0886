namespace Lagom.Rl;

/// <summary>A set of values that observations or actions come from.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public abstract class Space<T> : Space
    where T : notnull
{
    private protected Space(int flatDimension)
        : base(flatDimension)
    {
    }

    /// <summary>Draws a value.</summary>
    /// <param name="random">Where to draw from.</param>
    public abstract T Sample(RandomStream random);

    /// <summary>Whether a value is inside the space: its shape is right and every number in range. NaN never is.</summary>
    /// <param name="value">The value.</param>
    public abstract bool Contains(T? value);

    /// <summary>Writes a value as numbers: boxes and bits as they are, choices as one-hot, parts of tuples and dictionaries one after the other.</summary>
    /// <param name="value">A value of the space.</param>
    /// <param name="destination">Where to write [<see cref="Space.FlatDimension"/>].</param>
    /// <exception cref="ArgumentException">The value is not in the space's shape, or the destination's length is wrong.</exception>
    public abstract void Flatten(T value, Span<float> destination);

    /// <summary>Makes a value of the numbers that <see cref="Flatten"/> wrote.</summary>
    /// <param name="numbers">The numbers [<see cref="Space.FlatDimension"/>]. Of one-hot parts the largest counts.</param>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    public abstract T Unflatten(ReadOnlySpan<float> numbers);

    /// <inheritdoc/>
    public override object SampleValue(RandomStream random) => Sample(random);

    /// <inheritdoc/>
    public override bool ContainsValue(object? value) => value is T typed && Contains(typed);

    /// <inheritdoc/>
    public override void FlattenValue(object value, Span<float> destination)
    {
        if (value is not T typed)
            throw new ArgumentException($"The value is {value?.GetType().Name ?? "null"}; {this} holds values of type {typeof(T).Name}.", nameof(value));
        Flatten(typed, destination);
    }

    /// <inheritdoc/>
    public override object UnflattenValue(ReadOnlySpan<float> numbers) => Unflatten(numbers);
}
