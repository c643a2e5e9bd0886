namespace Layg;

/// <summary>The curve that <see cref="InterpolationEmulator"/> draws through the known points.</summary>
public enum InterpolationForm
{
    /// <summary>A natural cubic spline: the most accurate on smooth functions, and the default. It swings beside jumps.</summary>
    Cubic = 0,

    /// <summary>Akima's cubic: nearly as accurate, and a jump disturbs only its neighbourhood. Needs 5 points.</summary>
    Akima = 1,

    /// <summary>The monotone cubic of Fritsch and Carlson (PCHIP): never leaves the range of its two neighbours. Needs 3 points.</summary>
    Monotone = 2,

    /// <summary>Straight lines, as the Python package.</summary>
    Linear = 3,
}
