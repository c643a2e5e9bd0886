using System.Text.RegularExpressions;

namespace ExpUtils;

/// <summary>Expands what configured paths may hold: a leading <c>~</c>, and environment variables as <c>$NAME</c>, <c>${NAME}</c> or <c>%NAME%</c>.</summary>
internal static partial class EnvironmentText
{
    public static string Expand(string text, string setting)
    {
        string expanded = Variable().Replace(text, match =>
        {
            string name = match.Groups["name"].Value;
            return Environment.GetEnvironmentVariable(name)
                ?? throw new ExpUtilsException($"{setting} is '{text}', but the environment has no variable {name}; set it, or write the path out.");
        });
        if (expanded != "~" && !expanded.StartsWith("~/", StringComparison.Ordinal))
            return expanded;
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0
            ? throw new ExpUtilsException($"{setting} is '{text}', but this user has no home folder; write the path out.")
            : home.Replace('\\', '/') + expanded[1..];
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_]\w*)\}|\$(?<name>[A-Za-z_]\w*)|%(?<name>[A-Za-z_]\w*)%", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
