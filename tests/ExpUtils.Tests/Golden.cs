using System.Text.Json;

namespace ExpUtils.Tests;

/// <summary>Reads the vectors that the reference implementation wrote.</summary>
internal static class Golden
{
    public static JsonElement Read(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "golden", name)));
        return document.RootElement.Clone();
    }

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.GetProperty(name).EnumerateArray();

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static long Integer(this JsonElement element, string name) => element.GetProperty(name).GetInt64();

    /// <summary>Numbers; the files write those that JSON lacks as texts.</summary>
    public static double Number(this JsonElement element) => element.ValueKind == JsonValueKind.String
        ? element.GetString() switch { "NaN" => double.NaN, "Infinity" => double.PositiveInfinity, "-Infinity" => double.NegativeInfinity, _ => throw new FormatException() }
        : element.GetDouble();

    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(Number)];

    public static long[] Integers(this JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetInt64())];
}
