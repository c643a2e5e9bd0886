using System.Globalization;

namespace L2L;

/// <summary>A whole number between two bounds, both included, searched on a linear or a logarithmic scale.</summary>
public sealed record IntegerParameter : Parameter
{
    private const long Largest = 1L << 52;

    /// <summary>Describes the parameter.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <param name="lower">The least value. Range: at least −2⁵².</param>
    /// <param name="upper">The largest value, not below <paramref name="lower"/>. Range: at most 2⁵².</param>
    /// <param name="log">Whether its logarithm is searched; the lower bound must then be at least 1.</param>
    /// <exception cref="ArgumentException">The name or the bounds are not valid.</exception>
    public IntegerParameter(string name, long lower, long upper, bool log = false)
        : base(name)
    {
        if (lower > upper || lower < -Largest || upper > Largest || (log && lower < 1))
            throw new ArgumentException($"The bounds of '{name}' are [{lower}, {upper}]; the lower one must not be above the upper one, both within ±2^52, and positive on a logarithmic scale.", nameof(lower));
        Lower = lower;
        Upper = upper;
        IsLog = log;
    }

    /// <summary>The least value.</summary>
    public long Lower { get; }

    /// <summary>The largest value.</summary>
    public long Upper { get; }

    /// <summary>Whether the logarithm is searched.</summary>
    public bool IsLog { get; }

    /// <inheritdoc/>
    public override string Domain => string.Create(CultureInfo.InvariantCulture, $"a whole number in [{Lower}, {Upper}]");

    private protected override string Detail => IsLog ? LogScale : "";

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value) =>
        value.Kind == ParameterKind.Integer && value.AsInteger() >= Lower && value.AsInteger() <= Upper;

    /// <inheritdoc/>
    public override ParameterValue Sample(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<double> lower = stackalloc double[1];
        Span<double> upper = stackalloc double[1];
        Bounds(lower, upper);
        return Decode([lower[0] + (upper[0] - lower[0]) * random.NextDouble()]);
    }

    internal override void Bounds(Span<double> lower, Span<double> upper) =>
        (lower[0], upper[0]) = IsLog ? (Math.Log(Lower - 0.5), Math.Log(Upper + 0.5)) : (Lower - 0.5, Upper + 0.5);

    internal override void Encode(ParameterValue value, Span<double> coordinates) =>
        coordinates[0] = IsLog ? Math.Log(value.AsInteger()) : value.AsInteger();

    internal override ParameterValue Decode(ReadOnlySpan<double> coordinates) =>
        ParameterValue.Integer((long)Math.Clamp(Math.Round(IsLog ? Math.Exp(coordinates[0]) : coordinates[0]), Lower, Upper));
}
