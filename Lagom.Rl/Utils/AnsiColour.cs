namespace Lagom.Rl;

/// <summary>A colour of a terminal's text; the numbers are those of the escape sequences.</summary>
public enum AnsiColour
{
    /// <summary>Black.</summary>
    Black = 30,

    /// <summary>Red.</summary>
    Red = 31,

    /// <summary>Green.</summary>
    Green = 32,

    /// <summary>Yellow.</summary>
    Yellow = 33,

    /// <summary>Blue.</summary>
    Blue = 34,

    /// <summary>Magenta.</summary>
    Magenta = 35,

    /// <summary>Cyan.</summary>
    Cyan = 36,

    /// <summary>White.</summary>
    White = 37,
}
