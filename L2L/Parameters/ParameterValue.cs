using System.Globalization;
using System.Text.Json.Serialization;

namespace L2L;

/// <summary>The value of one parameter: a real number, an integer, a text or a vector. Immutable; equal where every bit is.</summary>
[JsonConverter(typeof(ParameterValueJsonConverter))]
public readonly struct ParameterValue : IEquatable<ParameterValue>
{
    private readonly long _bits;
    private readonly object? _reference;

    private ParameterValue(ParameterKind kind, long bits, object? reference)
    {
        Kind = kind;
        _bits = bits;
        _reference = reference;
    }

    /// <summary>What the value is.</summary>
    public ParameterKind Kind { get; }

    /// <summary>A real value.</summary>
    /// <param name="value">The number.</param>
    public static ParameterValue Real(double value) => new(ParameterKind.Real, BitConverter.DoubleToInt64Bits(value), null);

    /// <summary>An integer value.</summary>
    /// <param name="value">The number.</param>
    public static ParameterValue Integer(long value) => new(ParameterKind.Integer, value, null);

    /// <summary>A text.</summary>
    /// <param name="value">The text.</param>
    public static ParameterValue Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(ParameterKind.Text, 0, value);
    }

    /// <summary>A vector; the numbers are copied.</summary>
    /// <param name="values">The numbers.</param>
    public static ParameterValue Vector(ReadOnlySpan<double> values) => new(ParameterKind.Vector, 0, values.ToArray());

    /// <summary>A real value.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ParameterValue(double value) => Real(value);

    /// <summary>An integer value.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ParameterValue(long value) => Integer(value);

    /// <summary>A text.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator ParameterValue(string value) => Text(value);

    /// <summary>A vector; the numbers are copied.</summary>
    /// <param name="values">The numbers.</param>
    public static implicit operator ParameterValue(double[] values) => Vector(values);

    /// <summary>Whether two values are the same, bit for bit.</summary>
    public static bool operator ==(ParameterValue left, ParameterValue right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(ParameterValue left, ParameterValue right) => !left.Equals(right);

    /// <summary>The number; an integer is converted.</summary>
    /// <exception cref="InvalidOperationException">The value is a text or a vector.</exception>
    public double AsReal() => Kind switch
    {
        ParameterKind.Real => BitConverter.Int64BitsToDouble(_bits),
        ParameterKind.Integer => _bits,
        _ => throw Mismatch("a number"),
    };

    /// <summary>The integer; a real value must be whole.</summary>
    /// <exception cref="InvalidOperationException">The value is no whole number.</exception>
    public long AsInteger()
    {
        if (Kind == ParameterKind.Integer)
            return _bits;
        double value = Kind == ParameterKind.Real ? AsReal() : double.NaN;
        return Math.Abs(value) <= long.MaxValue / 2 && value == Math.Floor(value) ? (long)value : throw Mismatch("a whole number");
    }

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">The value is no text.</exception>
    public string AsText() => Kind == ParameterKind.Text ? (string)_reference! : throw Mismatch("a text");

    /// <summary>The numbers of a vector; a single number is a vector of one.</summary>
    /// <exception cref="InvalidOperationException">The value is a text.</exception>
    public ReadOnlySpan<double> AsVector() => Kind switch
    {
        ParameterKind.Vector => (double[])_reference!,
        ParameterKind.Text => throw Mismatch("a vector"),
        _ => new[] { AsReal() },
    };

    /// <inheritdoc/>
    public bool Equals(ParameterValue other)
    {
        if (Kind != other.Kind || _bits != other._bits)
            return false;
        return Kind switch
        {
            ParameterKind.Text => string.Equals((string?)_reference, (string?)other._reference, StringComparison.Ordinal),
            ParameterKind.Vector => SameBits((double[])_reference!, (double[])other._reference!),
            _ => true,
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ParameterValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        ParameterKind.Text => string.GetHashCode((string)_reference!, StringComparison.Ordinal),
        ParameterKind.Vector => ((double[])_reference!).Aggregate(17, HashCode.Combine),
        _ => HashCode.Combine(Kind, _bits),
    };

    /// <summary>The value as text, numbers with as many digits as reading them back exactly needs.</summary>
    public override string ToString() => Kind switch
    {
        ParameterKind.Real => AsReal().ToString("R", CultureInfo.InvariantCulture),
        ParameterKind.Integer => _bits.ToString(CultureInfo.InvariantCulture),
        ParameterKind.Text => (string)_reference!,
        _ => "[" + string.Join(", ", ((double[])_reference!).Select(static x => x.ToString("R", CultureInfo.InvariantCulture))) + "]",
    };

    private static bool SameBits(double[] left, double[] right) =>
        System.Runtime.InteropServices.MemoryMarshal.Cast<double, long>(left)
            .SequenceEqual(System.Runtime.InteropServices.MemoryMarshal.Cast<double, long>(right));

    private InvalidOperationException Mismatch(string wanted) => new($"The value {this} is of kind {Kind}; it is not {wanted}.");
}
