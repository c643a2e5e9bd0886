using System.Text.Json;

namespace L2L.Tests;

/// <summary>Recorded values of the reference implementation.</summary>
internal static class Golden
{
    public static JsonElement Load(string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(TestContext.CurrentContext.TestDirectory, "golden", name + ".json"));
        using var document = JsonDocument.Parse(file);
        return document.RootElement.Clone();
    }

    public static double Number(this JsonElement element) => element.ValueKind == JsonValueKind.String
        ? element.GetString() switch { "Infinity" => double.PositiveInfinity, "-Infinity" => double.NegativeInfinity, _ => double.NaN }
        : element.GetDouble();

    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(Number)];

    public static double[][] Rows(this JsonElement element) => [.. element.EnumerateArray().Select(Numbers)];

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.GetProperty(name).EnumerateArray();

    /// <summary>A value of a recorded individual: a number, a text or a vector.</summary>
    public static ParameterValue Value(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.Numbers(),
        JsonValueKind.String => element.GetString()!,
        _ => element.GetDouble(),
    };

    public static ParameterSet Set(this JsonElement element) =>
        new(element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.Value())));

    public static void ShouldBeClose(this IEnumerable<double> actual, IEnumerable<double> expected, double tolerance = 1e-9, string because = "")
    {
        double[] found = [.. actual], wanted = [.. expected];
        found.Should().HaveSameCount(wanted, because);
        for (int i = 0; i < found.Length; i++)
            found[i].ShouldBeClose(wanted[i], tolerance, $"{because} [{i}]");
    }

    public static void ShouldBeClose(this double actual, double expected, double tolerance = 1e-9, string because = "")
    {
        if (double.IsFinite(expected))
            actual.Should().BeApproximately(expected, tolerance * Math.Max(1, Math.Abs(expected)), because);
        else
            actual.Should().Be(expected, because);
    }

    public static void ShouldBe(this ParameterSet actual, ParameterSet expected) => ((object)actual).Should().Be(expected);
}
