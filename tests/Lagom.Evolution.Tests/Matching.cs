namespace Lagom.Evolution.Tests;

/// <summary>How close numbers must be to those that reference implementations wrote.</summary>
internal static class Matching
{
    /// <summary>Largest deviation relative to the largest element expected.</summary>
    public static void ShouldMatch(this ReadOnlySpan<double> actual, double[] expected, double tolerance, string because)
    {
        actual.Length.Should().Be(expected.Length, because);
        double scale = Math.Max(expected.Max(Math.Abs), 1e-300);
        for (int i = 0; i < expected.Length; i++)
            actual[i].Should().BeApproximately(expected[i], tolerance * scale, $"{because}[{i}]");
    }
}
