using System.Text.Json;

namespace Shared.Tensors.Tests;

internal static class Golden
{
    public static string Path(string name) => System.IO.Path.Combine(TestContext.CurrentContext.TestDirectory, "golden", name);

    public static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(Path(name))).RootElement;

    public static double[] Doubles(this JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetDouble())];

    public static long[] Longs(this JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetInt64())];

    public static ulong[] UnsignedLongs(this JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetUInt64())];

    public static int[] Integers(this JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetInt32())];
}
