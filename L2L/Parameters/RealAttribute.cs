namespace L2L;

/// <summary>A real number between two bounds (of type <see cref="double"/>).</summary>
/// <param name="lower">The least value.</param>
/// <param name="upper">The largest value.</param>
public sealed class RealAttribute(double lower, double upper) : ParameterAttribute
{
    /// <summary>The least value.</summary>
    public double Lower => lower;

    /// <summary>The largest value.</summary>
    public double Upper => upper;

    /// <summary>Whether the logarithm is searched.</summary>
    public bool Log { get; init; }

    internal override Parameter Describe(string name, Type type) =>
        type == typeof(double) || type == typeof(double?) ? new RealParameter(name, lower, upper, Log) : throw WrongType(name, type, "a double");
}
