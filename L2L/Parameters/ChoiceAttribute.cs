namespace L2L;

/// <summary>One of some choices: given here for a <see cref="string"/>, the names of an enumeration, or true and false of a <see cref="bool"/>.</summary>
/// <param name="choices">The choices of a string, or some of the enumeration's names; all of them where empty.</param>
public sealed class ChoiceAttribute(params string[] choices) : ParameterAttribute
{
    /// <summary>The choices.</summary>
    public IReadOnlyList<string> Choices => choices;

    internal override Parameter Describe(string name, Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(bool))
            return new CategoryParameter(name, "false", "true");
        if (plain.IsEnum)
            return new CategoryParameter(name, choices.Length > 0 ? choices : Enum.GetNames(plain));
        return plain == typeof(string) ? new CategoryParameter(name, choices) : throw WrongType(name, type, "a string, an enumeration or a bool");
    }
}
