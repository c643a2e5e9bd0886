using System.CommandLine;
using System.Globalization;

namespace SampleSupport;

/// <summary>Options whose complaints name the option, the value given and the values allowed.</summary>
internal static class CommandOptions
{
    /// <summary>A whole number within limits.</summary>
    public static Option<long> Whole(string name, string description, long fallback, long low, long high) => new(name)
    {
        Description = low == long.MinValue ? description : string.Create(CultureInfo.InvariantCulture, $"{description} Range: {low} to {high}."),
        DefaultValueFactory = _ => fallback,
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && value >= low && value <= high)
                return value;
            argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}'; it must be a whole number from {low} to {high}."));
            return fallback;
        },
    };

    /// <summary>One of some names, in any case.</summary>
    public static Option<string> OneOf(string name, string description, string fallback, IReadOnlyList<string> names) => new(name)
    {
        Description = $"{description} One of: {string.Join(", ", names)}.",
        DefaultValueFactory = _ => fallback,
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (names.FirstOrDefault(known => string.Equals(known, text, StringComparison.OrdinalIgnoreCase)) is { } found)
                return found;
            argument.AddError($"{name} is '{text}'; it must be one of {string.Join(", ", names)}.");
            return fallback;
        },
    };

    /// <summary>A finite number above 0.</summary>
    public static Option<double> Positive(string name, string description, double fallback) => new(name)
    {
        Description = description + " Range: above 0.",
        DefaultValueFactory = _ => fallback,
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0 && double.IsFinite(value))
                return value;
            argument.AddError($"{name} is '{text}'; it must be a number above 0.");
            return fallback;
        },
    };

    /// <summary>A file to write; whether that is possible is checked while the arguments are parsed.</summary>
    public static Option<string> File(string name, string description, string? fallback, Func<string, string> pathOf)
    {
        var option = new Option<string>(name) { Description = description };
        if (fallback is not null)
            option.DefaultValueFactory = _ => fallback;
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && OutputFile.Problem(pathOf(result.Tokens[0].Value)) is { } problem)
                result.AddError($"{name} is '{result.Tokens[0].Value}'; it must be a file that can be written: {problem}");
        });
        return option;
    }
}
