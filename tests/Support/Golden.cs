using System.Globalization;
using System.Text.Json;

namespace Tests.Support;

/// <summary>What other programs computed, in files beside the tests. Linked into every test project.</summary>
internal static class Golden
{
    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "golden", file);

    public static JsonElement Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(PathOf(file)));
        return document.RootElement.Clone();
    }

    /// <summary>A number; the files write those that JSON lacks as texts.</summary>
    public static double Number(this JsonElement element) => element.ValueKind != JsonValueKind.String ? element.GetDouble() : element.GetString()! switch
    {
        "nan" or "NaN" => double.NaN,
        "inf" or "Infinity" => double.PositiveInfinity,
        "-inf" or "-Infinity" => double.NegativeInfinity,
        var text => double.Parse(text, CultureInfo.InvariantCulture),
    };

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).Number();

    public static long Integer(this JsonElement element, string name) => element.GetProperty(name).GetInt64();

    public static bool Flag(this JsonElement element, string name) => element.GetProperty(name).GetBoolean();

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.GetProperty(name).EnumerateArray();

    /// <summary>The numbers in it, one row after the other where arrays are nested; a number by itself is one.</summary>
    public static double[] Numbers(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().SelectMany(item => item.Numbers())] : [element.Number()];

    public static double[] Numbers(this JsonElement element, string name) => element.GetProperty(name).Numbers();

    public static double[][] Rows(this JsonElement element) => [.. element.EnumerateArray().Select(row => row.Numbers())];

    public static int[] Integers(this JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetInt32())];

    public static long[] Longs(this JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetInt64())];

    public static ulong[] UnsignedLongs(this JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetUInt64())];
}
