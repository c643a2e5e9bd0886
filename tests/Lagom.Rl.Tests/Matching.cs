using System.Text.Json;

namespace Lagom.Rl.Tests;

/// <summary>How close numbers must be to those that reference implementations wrote.</summary>
internal static class Matching
{
    public static float[] Singles(this JsonElement element) => [.. element.Numbers().Select(number => (float)number)];

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
