namespace L2L;

/// <summary>Says what domain a constructor parameter of a record has, for <see cref="ParameterRecord.Space{T}"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public abstract class ParameterAttribute : Attribute
{
    private protected ParameterAttribute()
    {
    }

    /// <summary>The full dotted name; the name of the record's property where null.</summary>
    public string? Name { get; init; }

    internal abstract Parameter Describe(string name, Type type);

    private protected static ArgumentException WrongType(string name, Type type, string wanted) =>
        new($"The parameter '{name}' is a {type.Name}; with this attribute it must be {wanted}.", name);
}
