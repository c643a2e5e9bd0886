using System.Text.Json;
using System.Text.Json.Serialization;

namespace ExpUtils;

/// <summary>How configurations become records.</summary>
public static class ParameterBinding
{
    /// <summary>
    /// Names match whatever their case, enumerations are read by name, "NaN" and "Infinity" are numbers, constructor parameters without a default
    /// must be there, and nulls only go where the type allows them. Parameters that the type lacks are left out.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create();

    internal static T Read<T>(ParameterSet parameters, Func<T?> read)
    {
        try
        {
            return read() ?? throw new ParameterBindingException($"The parameters {parameters} gave no {typeof(T).Name}.", "");
        }
        catch (JsonException failure)
        {
            string path = Dotted(failure.Path);
            string value = path.Length > 0 && parameters.TryGetValue(path, out ParameterValue? found) ? $" The value is {found.Text} ({found.Kind})." : "";
            string place = path.Length > 0 ? $"Parameter '{path}'" : "The parameters";
            throw new ParameterBindingException($"{place} cannot be read into {typeof(T).Name}: {Reason(failure)}{value}", path, failure);
        }
    }

    // System.Text.Json writes $.layers[0].units, and ['a b'] for names with other characters than letters.
    private static string Dotted(string? path) => path is null or "$"
        ? ""
        : path[1..].Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal).Replace("[", ".[", StringComparison.Ordinal).TrimStart('.');

    private static string Reason(JsonException failure)
    {
        int end = failure.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end < 0 ? failure.Message : failure.Message[..end];
    }

    private static JsonSerializerOptions Create() => new()
    {
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };
}
