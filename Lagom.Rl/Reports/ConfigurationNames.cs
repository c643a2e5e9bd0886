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
        return
        [
            .. configurations.Select(configuration => differing.Length == 0
                ? $"configuration {configuration.Id}"
                : string.Join(", ", differing.Select(name => $"{name} {Value(configuration, name)}"))),
        ];
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
