namespace Lagom.Rl;

/// <summary>A set of values that observations or actions come from, seen without its type of values.</summary>
/// <remarks>Spaces are immutable and thread-safe.</remarks>
public abstract class Space
{
    private protected Space(int flatDimension) => FlatDimension = flatDimension;

    /// <summary>How many numbers a value becomes when it is flattened; at least 1.</summary>
    public int FlatDimension { get; }

    /// <summary>Draws a value, as <see cref="Space{T}.Sample"/> does.</summary>
    /// <param name="random">Where to draw from.</param>
    public abstract object SampleValue(RandomStream random);

    /// <summary>Whether a value is of the space's type and inside the space.</summary>
    /// <param name="value">The value.</param>
    public abstract bool ContainsValue(object? value);

    /// <summary>Writes a value as numbers, as <see cref="Space{T}.Flatten"/> does.</summary>
    /// <param name="value">A value of the space's type.</param>
    /// <param name="destination">Where to write [<see cref="FlatDimension"/>].</param>
    /// <exception cref="ArgumentException">The value is not of the space's type, or a length is wrong.</exception>
    public abstract void FlattenValue(object value, Span<float> destination);

    /// <summary>Makes a value of numbers, as <see cref="Space{T}.Unflatten"/> does.</summary>
    /// <param name="numbers">The numbers [<see cref="FlatDimension"/>].</param>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    public abstract object UnflattenValue(ReadOnlySpan<float> numbers);

    private protected void CheckLength(int length, string parameter)
    {
        if (length != FlatDimension)
            throw new ArgumentException($"{parameter} has {length} elements; a flattened value of {this} has {FlatDimension}.", parameter);
    }
}
