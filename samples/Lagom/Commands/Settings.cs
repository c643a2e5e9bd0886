using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Lagom.Rl;
using LagomHost.Algorithms;

namespace LagomHost.Commands;

/// <summary>Options of algorithms on the command line: NAME=VALUE, or NAME=VALUE,VALUE,... for a grid.</summary>
internal static class Settings
{
    /// <summary>Repeatable settings.</summary>
    public static Option<string[]> Option(string name, string description) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    /// <summary>Adds a complaint where a setting is not written well or the algorithm has no such option.</summary>
    public static void Check(CommandResult result, Option<string[]> option, AlgorithmEntry entry)
    {
        foreach (string text in result.GetValue(option) ?? [])
        {
            if (Problem(text, entry) is { } problem)
                result.AddError($"{option.Name} is '{text}'; {problem}");
        }
    }

    /// <summary>The items of a configuration that settings give.</summary>
    public static IEnumerable<KeyValuePair<string, ConfigItem>> Items(AlgorithmEntry entry, IEnumerable<string> fixedOnes, IEnumerable<string> grids) =>
    [
        .. fixedOnes.Select(text => Split(text)).Select(part => new KeyValuePair<string, ConfigItem>(Known(entry, part.Name)!, Value(part.Value))),
        .. grids.Select(text => Split(text)).Select(part => new KeyValuePair<string, ConfigItem>(Known(entry, part.Name)!, ConfigGrid.Of([.. Values(part.Value)]))),
    ];

    private static string? Problem(string text, AlgorithmEntry entry)
    {
        if (text.IndexOf('=', StringComparison.Ordinal) is var at && (at < 1 || at == text.Length - 1))
            return "it must be NAME=VALUE.";
        return Known(entry, Split(text).Name) is null ? $"{entry.Name} has no such option; it has {string.Join(", ", entry.OptionNames)}." : null;
    }

    private static (string Name, string Value) Split(string text)
    {
        int at = text.IndexOf('=', StringComparison.Ordinal);
        return (text[..at], text[(at + 1)..]);
    }

    private static string? Known(AlgorithmEntry entry, string name) =>
        entry.OptionNames.FirstOrDefault(known => string.Equals(known, name.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    // Commas inside brackets belong to a list.
    private static IEnumerable<ConfigValue> Values(string text)
    {
        int depth = 0, start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length)
                depth += text[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (i < text.Length && (text[i] != ',' || depth > 0))
                continue;
            yield return Value(text[start..i]);
            start = i + 1;
        }
    }

    private static ConfigValue Value(string text)
    {
        if (bool.TryParse(text, out bool flag))
            return flag;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole))
            return whole;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            return number;
        if (!text.StartsWith('['))
            return text;
        try
        {
            using JsonDocument list = JsonDocument.Parse(text);
            return ConfigValue.FromJson(list.RootElement);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
