namespace L2L;

/// <summary>A vector of real numbers (of type <c>double[]</c>).</summary>
/// <param name="length">How many elements.</param>
/// <param name="lower">The least value of each.</param>
/// <param name="upper">The largest value of each.</param>
public sealed class VectorAttribute(int length, double lower = double.NegativeInfinity, double upper = double.PositiveInfinity) : ParameterAttribute
{
    /// <summary>How many elements.</summary>
    public int Length => length;

    /// <summary>The least value of each.</summary>
    public double Lower => lower;

    /// <summary>The largest value of each.</summary>
    public double Upper => upper;

    internal override Parameter Describe(string name, Type type) =>
        type == typeof(double[]) ? new VectorParameter(name, length, lower, upper) : throw WrongType(name, type, "a double[]");
}
