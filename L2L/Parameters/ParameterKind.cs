namespace L2L;

/// <summary>What a <see cref="ParameterValue"/> holds.</summary>
public enum ParameterKind
{
    /// <summary>A floating-point number.</summary>
    Real,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A text, mostly one of a parameter's categories.</summary>
    Text,

    /// <summary>A vector of floating-point numbers.</summary>
    Vector,
}
