using System.Globalization;

namespace Lagom.Rl;

/// <summary>Colours text for terminals. Writes nothing: where it goes is the program's choice.</summary>
public static class AnsiText
{
    /// <summary>Puts the escape sequences of a colour around a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="colour">The colour.</param>
    /// <param name="bold">Whether it is bold.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such colour.</exception>
    public static string Paint(string text, AnsiColour colour, bool bold = false)
    {
        if (!Enum.IsDefined(colour))
            throw new ArgumentOutOfRangeException(nameof(colour), colour, $"The colour must be one of {string.Join(", ", Enum.GetNames<AnsiColour>())}.");
        return string.Create(CultureInfo.InvariantCulture, $"\u001b[{(int)colour}m{(bold ? "\u001b[1m" : "")}{text}\u001b[0m");
    }
}
