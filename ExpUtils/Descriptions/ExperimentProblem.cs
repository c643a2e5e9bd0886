using System.Globalization;

namespace ExpUtils;

/// <summary>One thing that is wrong in an experiment file.</summary>
/// <param name="Message">What is wrong, and what is allowed.</param>
/// <param name="Path">Where in the document: dotted, list positions as <c>[i]</c>; empty for the whole document.</param>
/// <param name="Line">Line in the file, from 1; 0 where it is not known.</param>
/// <param name="Column">Column in that line, in characters from 1; 0 where it is not known.</param>
public readonly record struct ExperimentProblem(string Message, string Path, int Line, int Column)
{
    /// <summary>The problem as compilers write it: <c>(line,column): message</c>.</summary>
    public override string ToString() =>
        Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"({Line},{Column}): {Message}") : Message;
}
