namespace EvoGrad;

/// <summary>Which gradient the optimizer gets.</summary>
public enum GradientKind
{
    /// <summary>The derivatives by the parameters.</summary>
    Plain,

    /// <summary>The natural gradient, which does not depend on how the distribution is parameterised; for normal populations.</summary>
    Natural,
}
