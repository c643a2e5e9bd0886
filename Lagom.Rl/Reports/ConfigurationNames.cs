namespace Lagom.Rl;

/// <summary>Names configurations by the items in which they differ.</summary>
internal static class ConfigurationNames
{
    public static IReadOnlyList<string> Of(IReadOnlyList<Configuration> configurations)
    {
        string[] differing =
        [
            .. configurations.SelectMany(configuration => configuration.Names).Distinct(StringComparer.Ordinal)
                .Where(name => configurations.Select(configuration => Value(configuration, name)).Distinct(StringComparer.Ordinal).Count() > 1),
        ];
        string[] names = [.. configurations.Select(configuration => string.Join(", ", differing.Select(name => $"{name} {Value(configuration, name)}")))];

        // Numbers that differ only in digits not shown would give the same name.
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length && differing.Length > 0
            ? names
            : [.. configurations.Select(configuration => $"configuration {configuration.Id}")];
    }

    private static string Value(Configuration configuration, string name) => !configuration.TryGetValue(name, out ConfigValue? value)
        ? "none"
        : value.Kind switch
        {
            ConfigValueKind.Text => value.ToText(),
            ConfigValueKind.Number => value.ToNumber().ToString("G4", System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}
