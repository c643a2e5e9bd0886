using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using SharedSource;

namespace L2L;

/// <summary>Makes options of texts, as a command line or a configuration file has them.</summary>
public static class OptionText
{
    /// <summary>Makes options.</summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    /// <param name="settings">Values by option name; case, hyphens and underscores do not matter ("population-size").</param>
    /// <exception cref="ArgumentException">An option is unknown, or its value cannot be read or is beyond its range.</exception>
    public static TOptions Parse<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        IReadOnlyDictionary<string, string> settings)
        where TOptions : OptimizerOptions, new()
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = new TOptions();
        PropertyInfo[] properties = [.. typeof(TOptions).GetProperties().Where(static p => p.SetMethod is { IsPublic: true })];
        foreach ((string name, string text) in settings)
        {
            PropertyInfo property = Array.Find(properties, p => string.Equals(Plain(p.Name), Plain(name), StringComparison.Ordinal)) ?? throw Unknown(name, properties);
            property.SetValue(options, Read(property.Name, text, property.PropertyType));
        }

        options.Validate();
        return options;
    }

    /// <summary>The names of the options that can be set.</summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    public static IReadOnlyList<string> Names<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>()
        where TOptions : OptimizerOptions =>
        [.. typeof(TOptions).GetProperties().Where(static p => p.SetMethod is { IsPublic: true }).Select(static p => p.Name).Order(StringComparer.Ordinal)];

    private static object? Read(string name, string text, Type declared)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        try
        {
            if (type == typeof(double))
                return Number(text);
            if (type == typeof(int))
                return int.Parse(text, CultureInfo.InvariantCulture);
            if (type == typeof(long))
                return long.Parse(text, CultureInfo.InvariantCulture);
            if (type == typeof(bool))
                return bool.Parse(text);
            if (type == typeof(string))
                return text;
            if (type == typeof(SearchDistribution))
                return SearchDistribution.Parse(text);
            if (type.IsAssignableFrom(typeof(double[])))
                return Array.ConvertAll(text.Split(','), static item => Number(item));
            if (type.IsEnum)
                return Enum.Parse(type, Plain(text).Replace("ADDAPTIVE", "ADAPTIVE", StringComparison.Ordinal), ignoreCase: true);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or ArgumentException)
        {
            string wanted = type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type)) : $"a {type.Name}";
            throw new ArgumentException($"{name} is '{text}'; it must be {wanted}.", name, failure);
        }

        throw new ArgumentException($"{name} cannot be set from a text; make the options in code.", name);
    }

    private static double Number(string text) => text.Trim().ToUpperInvariant() switch
    {
        "INF" or "INFINITY" or "∞" => double.PositiveInfinity,
        "-INF" or "-INFINITY" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static ArgumentException Unknown(string name, PropertyInfo[] properties)
    {
        string[] names = Array.ConvertAll(properties, static p => p.Name);
        string? near = NearestName.Of(name.Replace("-", "", StringComparison.Ordinal), names);
        return new ArgumentException($"There is no option '{name}'; there are: {string.Join(", ", names)}." + (near is null ? "" : $" Did you mean '{near}'?"), name);
    }

    private static string Plain(string name) =>
        name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
