using System.Text.Json;

namespace L2L.Tests;

/// <summary>Values that the reference implementation recorded, and how close ours must be.</summary>
internal static class Recorded
{
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
