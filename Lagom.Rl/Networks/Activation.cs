namespace Lagom.Rl;

/// <summary>What a layer's outputs go through.</summary>
public enum Activation
{
    /// <summary>Nothing: the outputs themselves.</summary>
    None,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>The positive part.</summary>
    Relu,
}
