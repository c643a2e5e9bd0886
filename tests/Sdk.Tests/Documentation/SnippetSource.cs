using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sdk.Tests.Documentation;

/// <summary>Turns a snippet into a source file of its own: directives first, then its statements in a method, then the types it declares.</summary>
internal static partial class SnippetSource
{
    /// <summary>Writes the file.</summary>
    /// <param name="snippet">The snippet.</param>
    /// <param name="number">What makes its namespace its own.</param>
    /// <param name="usings">The directives of the document so far; those of the snippet are added.</param>
    public static string Of(Snippet snippet, int number, ISet<string> usings)
    {
        string[] given = snippet.Given.Split(';', StringSplitOptions.TrimEntries);
        string[] aliases = [.. given.Where(part => part.StartsWith("using ", StringComparison.Ordinal))];
        var statements = new StringBuilder();
        var types = new StringBuilder();
        string[] lines = snippet.Code.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (UsingDirective().IsMatch(lines[i]))
            {
                usings.Add(lines[i].Split("//")[0].TrimEnd());
                continue;
            }

            bool isType = TypeDeclaration().IsMatch(lines[i]);
            StringBuilder target = isType ? types : statements;
            target.Append(CultureInfo.InvariantCulture, $"#line {snippet.Line + i} \"{snippet.File}\"\n").Append(lines[i]).Append('\n');
            if (!isType)
                continue;
            // To the brace that ends the type, which stands in the first column, or to the end of a record that has no body.
            bool hasBody = false;
            while (!lines[i].StartsWith('}') && (hasBody || !lines[i].TrimEnd().EndsWith(';')))
            {
                types.Append(lines[++i]).Append('\n');
                hasBody |= lines[i].StartsWith('{');
            }
        }

        // Parameters of an asynchronous method could not be ref structs.
        bool waits = snippet.Code.Contains("await ", StringComparison.Ordinal);
        // A program that ends with its exit code.
        bool answers = lines.Any(line => line.StartsWith("return ", StringComparison.Ordinal));
        string type = (waits, answers) switch { (true, true) => "async Task<int>", (true, false) => "async Task", (false, true) => "int", _ => "void" };
        return $$"""
            {{string.Join('\n', usings)}}
            {{string.Join('\n', aliases.Select(alias => alias + ";"))}}
            namespace Snippets.Number{{number}};
            internal static class Program
            {
                public static {{type}} Run({{string.Join(", ", given.Except(aliases))}})
                {
            {{statements}}
            #line default
                }
            }
            {{types}}
            """;
    }

    [GeneratedRegex(@"^using (static )?[\w.]+( = [\w.<>]+)?;", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex UsingDirective();

    [GeneratedRegex(@"^((public|internal|sealed|abstract|static|readonly|partial|file) )*(class|record|struct|interface|enum) ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TypeDeclaration();
}
