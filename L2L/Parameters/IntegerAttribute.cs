namespace L2L;

/// <summary>A whole number between two bounds, both included (of type <see cref="int"/> or <see cref="long"/>).</summary>
/// <param name="lower">The least value.</param>
/// <param name="upper">The largest value.</param>
public sealed class IntegerAttribute(long lower, long upper) : ParameterAttribute
{
    /// <summary>The least value.</summary>
    public long Lower => lower;

    /// <summary>The largest value.</summary>
    public long Upper => upper;

    /// <summary>Whether the logarithm is searched.</summary>
    public bool Log { get; init; }

    internal override Parameter Describe(string name, Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { } t when t == typeof(int) || t == typeof(long) => new IntegerParameter(name, lower, upper, Log),
        _ => throw WrongType(name, type, "an int or a long"),
    };
}
