using System.Globalization;
using System.Text.Json;

namespace Layg.Tests;

/// <summary>Reference values computed with the original libraries.</summary>
internal static class Golden
{
    public static JsonElement Load(string file)
    {
        using FileStream stream = File.OpenRead(Path.Combine(TestContext.CurrentContext.TestDirectory, "golden", file));
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    /// <summary>Reads a number, or a text such as "nan" or "inf".</summary>
    public static double Number(this JsonElement element) => element.ValueKind == JsonValueKind.Number
        ? element.GetDouble()
        : element.GetString() switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            var text => double.Parse(text!, CultureInfo.InvariantCulture),
        };
}
