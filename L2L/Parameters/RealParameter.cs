using System.Globalization;

namespace L2L;

/// <summary>A real number between two bounds, searched on a linear or a logarithmic scale.</summary>
public sealed record RealParameter : Parameter
{
    /// <summary>Describes the parameter.</summary>
    /// <param name="name">The full dotted name.</param>
    /// <param name="lower">The least value; −∞ where there is none.</param>
    /// <param name="upper">The largest value, not below <paramref name="lower"/>; ∞ where there is none.</param>
    /// <param name="log">Whether its logarithm is searched; both bounds must then be positive and finite.</param>
    /// <exception cref="ArgumentException">The name or the bounds are not valid.</exception>
    public RealParameter(string name, double lower = double.NegativeInfinity, double upper = double.PositiveInfinity, bool log = false)
        : base(name)
    {
        CheckBounds(lower, upper, name);
        if (log && !(lower > 0 && double.IsFinite(upper)))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The bounds of '{name}' are [{lower}, {upper}]; on a logarithmic scale both must be positive and finite."), nameof(lower));
        Lower = lower;
        Upper = upper;
        IsLog = log;
    }

    /// <summary>The least value.</summary>
    public double Lower { get; }

    /// <summary>The largest value.</summary>
    public double Upper { get; }

    /// <summary>Whether the logarithm is searched.</summary>
    public bool IsLog { get; }

    /// <inheritdoc/>
    public override string Domain => string.Create(CultureInfo.InvariantCulture, $"a number in [{Lower}, {Upper}]");

    private protected override string Detail => IsLog ? LogScale : "";

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value) =>
        value.Kind is ParameterKind.Real or ParameterKind.Integer && value.AsReal() >= Lower && value.AsReal() <= Upper && double.IsFinite(value.AsReal());

    /// <inheritdoc/>
    public override ParameterValue Sample(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Decode([IsLog ? SampleCoordinate(Math.Log(Lower), Math.Log(Upper), random) : SampleCoordinate(Lower, Upper, random)]);
    }

    internal override void Bounds(Span<double> lower, Span<double> upper) =>
        (lower[0], upper[0]) = IsLog ? (Math.Log(Lower), Math.Log(Upper)) : (Lower, Upper);

    internal override void Encode(ParameterValue value, Span<double> coordinates) =>
        coordinates[0] = IsLog ? Math.Log(value.AsReal()) : value.AsReal();

    internal override ParameterValue Decode(ReadOnlySpan<double> coordinates) =>
        ParameterValue.Real(Math.Clamp(IsLog ? Math.Exp(coordinates[0]) : coordinates[0], Lower, Upper));
}
