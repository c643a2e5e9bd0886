using System.Globalization;
using SharedSource;

namespace ExpUtils.Running;

/// <summary>
/// The command line of a run. Arguments may hold the placeholders <c>{file}</c>, <c>{index}</c> and <c>{run}</c>; where none holds
/// <c>{index}</c>, the arguments <c>-e FILE -i INDEX</c> are added. No shell is involved: an argument reaches the program as it is.
/// </summary>
public sealed record RunCommand
{
    private static readonly string[] Placeholders = ["file", "index", "run"];

    /// <summary>Makes a command.</summary>
    /// <param name="words">The program, then its arguments.</param>
    /// <exception cref="ArgumentException">There is no program, or a placeholder is unknown.</exception>
    public RunCommand(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        Words = [.. words];
        if (Words.Count == 0 || string.IsNullOrWhiteSpace(Words[0]))
            throw new ArgumentException("The command is empty; it is the program and its arguments, as dotnet Sweep.dll.", nameof(words));
        foreach (string word in Words.Skip(1))
        {
            // Only what looks like a name is taken for a placeholder: arguments may be JSON.
            if (word.Length > 2 && word[0] == '{' && word[^1] == '}' && word[1..^1].All(char.IsAsciiLetter) && !Placeholders.Contains(word[1..^1], StringComparer.Ordinal))
            {
                string? nearest = NearestName.Of(word[1..^1], Placeholders);
                throw new ArgumentException($"The command has the placeholder {word}.{(nearest is null ? "" : $" Did you mean {{{nearest}}}?")} Known are {{file}}, {{index}} and {{run}}.", nameof(words));
            }
        }
    }

    /// <summary>The program, then its arguments, with placeholders.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The words for one run.</summary>
    /// <param name="experiment">The experiment; it must have come from a file.</param>
    /// <param name="index">The run's index. Range: at least 0.</param>
    /// <exception cref="ExpUtilsException">The experiment has no file, which a program of its own could read.</exception>
    public IReadOnlyList<string> For(ExperimentDescription experiment, long index)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        string file = Path.GetFullPath(experiment.Path ?? throw new ExpUtilsException("The experiment was not read from a file, so no other program can be told where it is."));
        string number = index.ToString(CultureInfo.InvariantCulture);
        string run = experiment.GetRun(index).ToString(CultureInfo.InvariantCulture);
        IEnumerable<string> filled = Words.Skip(1).Select(word => word
            .Replace("{file}", file, StringComparison.Ordinal).Replace("{index}", number, StringComparison.Ordinal).Replace("{run}", run, StringComparison.Ordinal));
        return Words.Any(word => word.Contains("{index}", StringComparison.Ordinal))
            ? [Words[0], .. filled]
            : [Words[0], .. filled, "-e", file, "-i", number];
    }
}
