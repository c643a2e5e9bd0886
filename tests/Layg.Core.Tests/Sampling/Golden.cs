using System.Text.Json;

namespace Layg.Tests.Sampling;

internal static class Golden
{
    public static JsonElement Read(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "golden", name))).RootElement;

    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(value => value.GetDouble())];

    public static double[][] Rows(this JsonElement element) => [.. element.EnumerateArray().Select(Numbers)];

    public static int[] Integers(this JsonElement element) => [.. element.EnumerateArray().Select(value => value.GetInt32())];
}
