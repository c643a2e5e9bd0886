using System.Globalization;

namespace L2L;

/// <summary>A vector of real numbers of a fixed length, each between bounds.</summary>
public sealed record VectorParameter : Parameter
{
    private readonly double[] _lower;
    private readonly double[] _upper;

    /// <summary>Describes a vector with the same bounds for all elements.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <param name="length">How many elements. Range: at least 1.</param>
    /// <param name="lower">The least value; −∞ where there is none.</param>
    /// <param name="upper">The largest value, not below <paramref name="lower"/>; ∞ where there is none.</param>
    /// <exception cref="ArgumentException">The name, the length or the bounds are not valid.</exception>
    public VectorParameter(string name, int length, double lower = double.NegativeInfinity, double upper = double.PositiveInfinity)
        : this(name, Enumerable.Repeat(lower, Math.Max(length, 0)).ToArray(), Enumerable.Repeat(upper, Math.Max(length, 0)).ToArray())
    {
    }

    /// <summary>Describes a vector with bounds for each element.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <param name="lower">The least values.</param>
    /// <param name="upper">The largest values, as many, none below its lower one.</param>
    /// <exception cref="ArgumentException">The name or the bounds are not valid.</exception>
    public VectorParameter(string name, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
        : base(name)
    {
        if (lower.IsEmpty || lower.Length != upper.Length)
            throw new ArgumentException($"'{name}' has {lower.Length} lower and {upper.Length} upper bounds; there must be as many of each, at least one.", nameof(lower));
        for (int i = 0; i < lower.Length; i++)
            CheckBounds(lower[i], upper[i], string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"));
        _lower = lower.ToArray();
        _upper = upper.ToArray();
    }

    /// <summary>How many elements.</summary>
    public int Length => _lower.Length;

    /// <summary>The least values.</summary>
    public ReadOnlySpan<double> Lower => _lower;

    /// <summary>The largest values.</summary>
    public ReadOnlySpan<double> Upper => _upper;

    /// <inheritdoc/>
    public override int Width => _lower.Length;

    /// <inheritdoc/>
    public override string Domain => string.Create(CultureInfo.InvariantCulture, $"a vector of {Length} numbers in [{_lower.Min()}, {_upper.Max()}]");

    private protected override string Detail =>
        _lower.AsSpan().ContainsAnyExcept(_lower[0]) || _upper.AsSpan().ContainsAnyExcept(_upper[0])
            ? ", each in " + string.Join(", ", _lower.Zip(_upper, static (low, high) => string.Create(CultureInfo.InvariantCulture, $"[{low}, {high}]")))
            : "";

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value)
    {
        if (value.Kind != ParameterKind.Vector || value.AsVector().Length != Length)
            return false;
        ReadOnlySpan<double> elements = value.AsVector();
        for (int i = 0; i < elements.Length; i++)
        {
            if (!(elements[i] >= _lower[i] && elements[i] <= _upper[i] && double.IsFinite(elements[i])))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override ParameterValue Sample(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var elements = new double[Length];
        for (int i = 0; i < elements.Length; i++)
            elements[i] = SampleCoordinate(_lower[i], _upper[i], random);
        return ParameterValue.Vector(elements);
    }

    /// <inheritdoc/>
    public bool Equals(VectorParameter? other) =>
        base.Equals(other) && _lower.AsSpan().SequenceEqual(other!._lower) && _upper.AsSpan().SequenceEqual(other._upper);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Length, _lower[0], _upper[0]);

    internal override void Bounds(Span<double> lower, Span<double> upper)
    {
        _lower.CopyTo(lower);
        _upper.CopyTo(upper);
    }

    internal override void Encode(ParameterValue value, Span<double> coordinates) => value.AsVector().CopyTo(coordinates);

    internal override ParameterValue Decode(ReadOnlySpan<double> coordinates)
    {
        Span<double> elements = coordinates.Length <= 64 ? stackalloc double[coordinates.Length] : new double[coordinates.Length];
        for (int i = 0; i < elements.Length; i++)
            elements[i] = Math.Clamp(coordinates[i], _lower[i], _upper[i]);
        return ParameterValue.Vector(elements);
    }
}
