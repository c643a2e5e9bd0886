using System.Globalization;
using System.Text.Json.Serialization;

namespace L2L;

/// <summary>The numbers that one evaluation returns, at least one: the document's fitness tuple. Immutable; equal where every bit is.</summary>
[JsonConverter(typeof(FitnessVectorJsonConverter))]
public readonly struct FitnessVector : IEquatable<FitnessVector>
{
    private readonly double[]? _values;

    /// <summary>Makes a fitness of one or more numbers; they are copied.</summary>
    /// <param name="values">The numbers.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public FitnessVector(params ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("A fitness has at least one number.", nameof(values));
        _values = values.ToArray();
    }

    /// <summary>How many numbers there are; 0 only for <see langword="default"/>.</summary>
    public int Length => _values?.Length ?? 0;

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Whether there is at least one number and all are finite.</summary>
    public bool IsFinite
    {
        get
        {
            foreach (double value in Values)
            {
                if (!double.IsFinite(value))
                    return false;
            }

            return Length > 0;
        }
    }

    /// <summary>One of the numbers.</summary>
    /// <param name="index">Which one.</param>
    public double this[int index] => Values[index];

    /// <summary>A fitness of one number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator FitnessVector(double value) => new(value);

    /// <summary>A fitness of some numbers.</summary>
    /// <param name="values">The numbers.</param>
    public static implicit operator FitnessVector(double[] values) => new(values);

    /// <summary>Whether two are the same, bit for bit.</summary>
    public static bool operator ==(FitnessVector left, FitnessVector right) => left.Equals(right);

    /// <summary>Whether two differ.</summary>
    public static bool operator !=(FitnessVector left, FitnessVector right) => !left.Equals(right);

    /// <summary>A copy of the numbers.</summary>
    public double[] ToArray() => Values.ToArray();

    /// <inheritdoc/>
    public bool Equals(FitnessVector other) =>
        System.Runtime.InteropServices.MemoryMarshal.Cast<double, long>(Values)
            .SequenceEqual(System.Runtime.InteropServices.MemoryMarshal.Cast<double, long>(other.Values));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FitnessVector other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (double value in Values)
            hash.Add(value);
        return hash.ToHashCode();
    }

    /// <summary>The numbers in brackets, with as many digits as reading them back exactly needs.</summary>
    public override string ToString() =>
        "(" + string.Join(", ", ToArray().Select(static x => x.ToString("R", CultureInfo.InvariantCulture))) + ")";
}
