namespace ExpUtils;

/// <summary>What a parameter's value is. JSON's integers (<c>1</c>) and floating-point numbers (<c>1.0</c>, <c>1e3</c>) stay apart.</summary>
public enum ParameterKind
{
    /// <summary>JSON's null.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number written without fraction and exponent.</summary>
    Integer,

    /// <summary>A number written with a fraction or an exponent.</summary>
    Float,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A list, which as a value of a sweep is one value.</summary>
    List,

    /// <summary>An object, which as a value of a sweep is one value.</summary>
    Object,
}
