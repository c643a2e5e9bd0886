namespace ExpUtils;

/// <summary>A file that is no valid experiment or configuration. All problems found are reported together.</summary>
public sealed class ExperimentFormatException : ExpUtilsException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="source">The file, or what else the text came from.</param>
    /// <param name="problems">What is wrong; at least one.</param>
    /// <param name="innerException">Its cause, if there is one.</param>
    public ExperimentFormatException(string source, IReadOnlyList<ExperimentProblem> problems, Exception? innerException = null)
        : base(Describe(source, problems), innerException)
    {
        Problems = problems;
    }

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<ExperimentProblem> Problems { get; }

    private static string Describe(string source, IReadOnlyList<ExperimentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(problems);
        return string.Join('\n', problems.Select(problem => problem.Line > 0 ? $"{source}{problem}" : $"{source}: {problem}"));
    }
}
