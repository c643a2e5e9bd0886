namespace L2L;

/// <summary>
/// One explored parameter: its name, its domain, and how it is laid out on the search coordinates that optimizers of real vectors move in.
/// </summary>
/// <remarks>
/// A real number is its own coordinate, or its logarithm; integers and categories round to the nearest one of theirs, all of the same width.
/// </remarks>
public abstract record Parameter
{
    private protected Parameter(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Split('.').Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException($"The parameter name '{name}' is not valid; it is words joined by dots.", nameof(name));
        Name = name;
    }

    /// <summary>The full dotted name.</summary>
    public string Name { get; }

    /// <summary>When the parameter is there at all; always where null.</summary>
    public ParameterCondition? Condition { get; init; }

    /// <summary>How many search coordinates it has.</summary>
    public virtual int Width => 1;

    /// <summary>How its values are, in words, such as "in [0, 1]".</summary>
    public abstract string Domain { get; }

    /// <summary>Whether a value lies in the domain.</summary>
    /// <param name="value">The value.</param>
    public abstract bool Contains(ParameterValue value);

    /// <summary>
    /// Draws a value: uniform in the domain (of the logarithm where it is logarithmic), standard normal where there are no bounds, a standard
    /// normal's absolute value away from the bound where there is one.
    /// </summary>
    /// <param name="random">Where the numbers come from.</param>
    public abstract ParameterValue Sample(RandomStream random);

    /// <summary>All that a search depends on but the name: the domain, its scale or single bounds, and the condition.</summary>
    internal string Description =>
        Domain + Detail + (Condition is null ? "" : $", where {Condition.Parameter} is {string.Join(" or ", Condition.Values)}");

    private protected const string LogScale = ", on a logarithmic scale";

    private protected virtual string Detail => "";

    /// <summary>Whether a description says that the logarithm is searched.</summary>
    internal static bool IsLogarithmic(string description) => description.Contains(LogScale, StringComparison.Ordinal);

    internal abstract void Bounds(Span<double> lower, Span<double> upper);

    internal abstract void Encode(ParameterValue value, Span<double> coordinates);

    internal abstract ParameterValue Decode(ReadOnlySpan<double> coordinates);

    private protected static void CheckBounds(double lower, double upper, string name)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper) || lower > upper || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The bounds of '{name}' are [{lower}, {upper}]; the lower one must not be above the upper one, and neither NaN."), nameof(lower));
    }

    private protected static double SampleCoordinate(double lower, double upper, RandomStream random)
    {
        if (double.IsFinite(lower) && double.IsFinite(upper))
            return lower + (upper - lower) * random.NextDouble();
        double normal = random.NextNormal();
        return double.IsFinite(lower) ? lower + Math.Abs(normal) : double.IsFinite(upper) ? upper - Math.Abs(normal) : normal;
    }
}
