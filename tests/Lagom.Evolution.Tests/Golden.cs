using System.Text.Json;

namespace Lagom.Evolution.Tests;

/// <summary>Reads the vectors that reference implementations wrote.</summary>
internal static class Golden
{
    public static JsonElement Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "golden", path)));
        return document.RootElement.Clone();
    }

    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetDouble())];

    public static double[] Flat(this JsonElement element) => [.. element.EnumerateArray().SelectMany(Numbers)];

    public static double[] Numbers(this JsonElement element, string name) => element.GetProperty(name).Numbers();

    public static double[] Flat(this JsonElement element, string name) => element.GetProperty(name).Flat();

    /// <summary>Largest deviation relative to the largest element expected.</summary>
    public static void ShouldMatch(this ReadOnlySpan<double> actual, double[] expected, double tolerance, string because)
    {
        actual.Length.Should().Be(expected.Length, because);
        double scale = Math.Max(expected.Max(Math.Abs), 1e-300);
        for (int i = 0; i < expected.Length; i++)
            actual[i].Should().BeApproximately(expected[i], tolerance * scale, $"{because}[{i}]");
    }
}
