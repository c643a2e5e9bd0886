using System.Text;

namespace SharedSource.Slurm;

/// <summary>Text that a POSIX shell reads back as exactly the words that went in, whatever characters they have.</summary>
internal static class ShellText
{
    /// <summary>One word: as it is where that is safe, otherwise between single quotes, in which a shell interprets nothing.</summary>
    /// <exception cref="ArgumentException">The word contains a zero character, which no command line can carry.</exception>
    public static string Quote(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException($"'{word.Replace("\0", "\\0", StringComparison.Ordinal)}' contains a zero character, which a command line cannot carry.", nameof(word));
        if (word.Length > 0 && word.All(IsPlain))
            return word;
        return $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    /// <summary>A command line: every word quoted, blanks between them.</summary>
    public static string Join(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new StringBuilder().AppendJoin(' ', words.Select(Quote)).ToString();
    }

    // A word of these alone means itself everywhere but at the start of a command, where '=' would make it an assignment.
    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or ':' or ',' or '+' or '@' or '%';
}
