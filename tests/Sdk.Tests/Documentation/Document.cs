using System.Text.RegularExpressions;
using Sdk.Tests.Support;

namespace Sdk.Tests.Documentation;

/// <summary>A Markdown file, read for its code.</summary>
/// <remarks>
/// What a snippet takes from the text before it is declared in a comment, which readers do not see, on the line before the fence:
/// <c>&lt;!-- given: Learner learner, double[] x; using Mine = Layg.InterpolationEmulator --&gt;</c>. The same comment before a table makes the code in the table's last column
/// snippets, one a row.
/// </remarks>
internal static partial class Document
{
    private const string Fence = "```csharp";

    /// <summary>Every document that shows C#: READMEs and pages.</summary>
    public static IEnumerable<string> All() =>
        Repository.TrackedFiles().Where(file => file.EndsWith(".md", StringComparison.Ordinal) && !file.EndsWith("CHANGELOG.md", StringComparison.Ordinal));

    public static IEnumerable<Snippet> Snippets(string file)
    {
        string[] lines = File.ReadAllLines(Repository.PathOf(file));
        for (int i = 0; i < lines.Length; i++)
        {
            Match given = i > 0 ? GivenComment().Match(lines[i - 1]) : Match.Empty;
            string parameters = given.Success ? given.Groups["parameters"].Value : "";
            if (lines[i].Equals(Fence, StringComparison.Ordinal))
            {
                int end = Array.IndexOf(lines, "```", i);
                yield return new Snippet(file, i + 2, parameters, string.Join('\n', lines[(i + 1)..end]));
                i = end;
            }
            else if (given.Success && lines[i].StartsWith('|'))
            {
                // The head and the rule under it are no code.
                for (i += 2; i < lines.Length && lines[i].StartsWith('|'); i++)
                {
                    string cell = lines[i].Replace("\\|", "¦", StringComparison.Ordinal).Split('|')[^2].Replace('¦', '|');
                    foreach (Match code in InlineCode().Matches(cell))
                        yield return new Snippet(file, i + 1, parameters, Statement(code.Groups["code"].Value));
                }
            }
        }
    }

    // A cell holds a call, an expression, a statement or the name of a type.
    private static string Statement(string code)
    {
        if (code.EndsWith(';') || code.EndsWith('}'))
            return code;
        if (TypeName().IsMatch(code))
            return $"_ = typeof({code});";
        return code.EndsWith(')') && !code.StartsWith('(') ? $"{code};" : $"_ = {code};";
    }

    [GeneratedRegex(@"^<!-- given: *(?<parameters>.*?) *-->$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex GivenComment();

    [GeneratedRegex(@"`(?<code>[^`]+)`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"^[A-Z]\w*(<[\w, ]*>)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TypeName();
}
