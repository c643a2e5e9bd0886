using System.Text.Json;

namespace Lagom.Rl.Tests;

/// <summary>Reads the vectors that reference implementations wrote.</summary>
internal static class Golden
{
    public static JsonElement Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "golden", path)));
        return document.RootElement.Clone();
    }

    public static double[] Numbers(this JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray().SelectMany(Numbers)]
        : [element.ValueKind == JsonValueKind.String ? double.Parse(element.GetString()!) : element.GetDouble()];

    public static double[] Numbers(this JsonElement element, string name) => element.GetProperty(name).Numbers();

    public static float[] Singles(this JsonElement element) => [.. element.Numbers().Select(number => (float)number)];

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static bool Flag(this JsonElement element, string name) => element.GetProperty(name).GetBoolean();

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.GetProperty(name).EnumerateArray();

    /// <summary>Every number within the relative tolerance of its own size.</summary>
    public static void ShouldMatch(this IReadOnlyList<double> actual, double[] expected, double relative, string because, double absolute = 0)
    {
        actual.Count.Should().Be(expected.Length, because);
        for (int i = 0; i < expected.Length; i++)
            actual[i].Should().BeApproximately(expected[i], relative * Math.Abs(expected[i]) + absolute, $"{because}[{i}]");
    }

    public static void ShouldMatch(this float[] actual, double[] expected, double relative, string because, double absolute = 0) =>
        actual.Select(number => (double)number).ToArray().ShouldMatch(expected, relative, because, absolute);
}
