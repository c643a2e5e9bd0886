using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace ExpUtils;

/// <summary>A value of a parameter: any JSON value, with its text form for paths and result files.</summary>
/// <remarks>
/// Two values are equal when they are the same JSON value; numbers compare by their value, so that <c>1</c>, <c>1.0</c> and <c>1e0</c> are equal
/// (and name the same configuration), though their texts differ. NaN equals NaN.
/// </remarks>
public sealed partial class ParameterValue : IEquatable<ParameterValue>, IComparable<ParameterValue>
{
    private readonly string _raw;
    private readonly double _number;
    private readonly JsonElement _json;
    private string? _text;
    private string? _canonical;

    private ParameterValue(ParameterKind kind, string raw, double number = double.NaN, JsonElement json = default)
    {
        Kind = kind;
        _raw = raw;
        _number = number;
        _json = json;
    }

    /// <summary>JSON's null.</summary>
    public static ParameterValue Null { get; } = new(ParameterKind.Null, "null");

    /// <summary>True.</summary>
    public static ParameterValue True { get; } = new(ParameterKind.Boolean, "true", 1);

    /// <summary>False.</summary>
    public static ParameterValue False { get; } = new(ParameterKind.Boolean, "false", 0);

    /// <summary>What the value is.</summary>
    public ParameterKind Kind { get; }

    /// <summary>Whether the value is a number, and so <see cref="AsDouble"/> gives it.</summary>
    public bool IsNumber => Kind is ParameterKind.Integer or ParameterKind.Float;

    /// <summary>
    /// The value as Python's <c>str</c> writes it, which is its form in paths and result files: <c>0.1</c>, <c>1.0</c>, <c>1e-05</c>, <c>True</c>, <c>None</c>,
    /// texts as they are.
    /// </summary>
    public string Text => _text ??= Kind switch
    {
        ParameterKind.Null => "None",
        ParameterKind.Boolean => _number > 0 ? "True" : "False",
        ParameterKind.Integer => _raw == "-0" ? "0" : _raw,
        ParameterKind.Float => PythonText.Of(_number),
        ParameterKind.Text => _raw,
        _ => Representation(_json),
    };

    /// <summary>One text per value: equal values have the same, however they were written. The identity of configurations rests on it.</summary>
    internal string Canonical => _canonical ??= Kind switch
    {
        ParameterKind.Integer or ParameterKind.Float => CanonicalNumber(),
        ParameterKind.Text => $"\"{JsonEncodedText.Encode(_raw)}\"",
        ParameterKind.List => $"[{string.Join(',', Items.Select(item => item.Canonical))}]",
        ParameterKind.Object => $"{{{string.Join(',', Members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"\"{JsonEncodedText.Encode(member.Key)}\":{member.Value.Canonical}"))}}}",
        _ => _raw,
    };

    /// <summary>The elements of a list; empty for other kinds.</summary>
    internal IEnumerable<ParameterValue> Items => Kind == ParameterKind.List ? _json.EnumerateArray().Select(From) : [];

    /// <summary>The members of an object; empty for other kinds.</summary>
    internal IEnumerable<KeyValuePair<string, ParameterValue>> Members => Kind == ParameterKind.Object
        ? _json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, From(member.Value)))
        : [];

    /// <summary>A number.</summary>
    /// <param name="value">The number; it need not be finite.</param>
    public static implicit operator ParameterValue(double value) => From(value);

    /// <summary>An integer.</summary>
    /// <param name="value">The integer.</param>
    public static implicit operator ParameterValue(long value) => From(value);

    /// <summary>True or false.</summary>
    /// <param name="value">Which.</param>
    public static implicit operator ParameterValue(bool value) => From(value);

    /// <summary>A text.</summary>
    /// <param name="value">The text; null gives <see cref="Null"/>.</param>
    public static implicit operator ParameterValue(string? value) => From(value);

    /// <summary>Whether both are the same value.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ParameterValue? left, ParameterValue? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ParameterValue? left, ParameterValue? right) => !(left == right);

    /// <summary>Whether the left value comes first.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(ParameterValue? left, ParameterValue? right) => Compare(left, right) < 0;

    /// <summary>Whether the left value comes last.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(ParameterValue? left, ParameterValue? right) => Compare(left, right) > 0;

    /// <summary>Whether the left value does not come last.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(ParameterValue? left, ParameterValue? right) => Compare(left, right) <= 0;

    /// <summary>Whether the left value does not come first.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(ParameterValue? left, ParameterValue? right) => Compare(left, right) >= 0;

    /// <summary>The number of an integer or floating-point value.</summary>
    /// <exception cref="InvalidOperationException">The value is no number.</exception>
    public double AsDouble() => IsNumber ? _number : throw Mismatch("a number");

    /// <summary>The integer. A floating-point value that is a whole number counts.</summary>
    /// <exception cref="InvalidOperationException">The value is no whole number, or too large for 64 bits.</exception>
    public long AsInt64()
    {
        if (Kind == ParameterKind.Integer && long.TryParse(_raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
            return integer;
        return Kind == ParameterKind.Float && double.IsInteger(_number) && Math.Abs(_number) < 9.2e18 ? (long)_number : throw Mismatch("a whole number of 64 bits");
    }

    /// <summary>True or false.</summary>
    /// <exception cref="InvalidOperationException">The value is neither.</exception>
    public bool AsBoolean() => Kind == ParameterKind.Boolean ? _number > 0 : throw Mismatch("true or false");

    /// <summary>The text of a text value.</summary>
    /// <exception cref="InvalidOperationException">The value is no text; <see cref="Text"/> gives any value's text form.</exception>
    public string AsString() => Kind == ParameterKind.Text ? _raw : throw Mismatch("a text");

    /// <inheritdoc/>
    public bool Equals(ParameterValue? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null)
            return false;
        if (Kind == ParameterKind.Float && other.Kind == ParameterKind.Float)
            return _number.Equals(other._number) || _number == other._number;
        return IsNumber == other.IsNumber && (IsNumber || Kind == other.Kind) && Canonical == other.Canonical;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParameterValue);

    /// <inheritdoc/>
    public override int GetHashCode() => IsNumber ? (_number + 0.0).GetHashCode() : string.GetHashCode(Canonical, StringComparison.Ordinal);

    /// <summary>Orders nulls, booleans, numbers by value, texts ordinally, then lists and objects by their text.</summary>
    /// <param name="other">The other value; null comes first.</param>
    public int CompareTo(ParameterValue? other)
    {
        if (other is null)
            return 1;
        int byKind = Rank(this).CompareTo(Rank(other));
        if (byKind != 0)
            return byKind;
        return IsNumber || Kind == ParameterKind.Boolean ? _number.CompareTo(other._number) : string.CompareOrdinal(Text, other.Text);
    }

    /// <summary>Gives <see cref="Text"/>.</summary>
    public override string ToString() => Text;

    private static int Compare(ParameterValue? left, ParameterValue? right) => left is null ? (right is null ? 0 : -1) : left.CompareTo(right);

    private static int Rank(ParameterValue value) => value.IsNumber ? (int)ParameterKind.Integer : (int)value.Kind;

    private static string Representation(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(", ", json.EnumerateArray().Select(Representation))}]",
        JsonValueKind.Object => $"{{{string.Join(", ", json.EnumerateObject().Select(member => $"{PythonText.Quoted(member.Name)}: {Representation(member.Value)}"))}}}",
        JsonValueKind.String => PythonText.Quoted(json.GetString()!),
        _ => From(json).Text,
    };

    // Whole numbers that a double holds exactly are written alike, whether they came as 1, 1.0 or 1e0.
    private string CanonicalNumber()
    {
        if (!double.IsFinite(_number) && Kind == ParameterKind.Float)
            return $"\"{PythonText.Of(_number)}\"";
        if (Kind == ParameterKind.Integer && Math.Abs(_number) >= 1L << 53)
        {
            var exact = BigInteger.Parse(_raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            return double.IsFinite(_number) && new BigInteger(_number) == exact ? PythonText.Of(_number) : exact.ToString(CultureInfo.InvariantCulture);
        }

        return double.IsInteger(_number) && Math.Abs(_number) < 1L << 53 ? ((long)_number).ToString(CultureInfo.InvariantCulture) : PythonText.Of(_number);
    }

    private InvalidOperationException Mismatch(string wanted) => new($"The value {Text} is of kind {Kind}, not {wanted}.");
}
