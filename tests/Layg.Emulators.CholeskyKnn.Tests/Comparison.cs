namespace Layg.Emulators.CholeskyKnn.Tests;

internal static class Comparison
{
    /// <summary>Asserts that two emulators agree bit for bit, inside and outside the domain.</summary>
    public static void ShouldPredictTheSame(IFittedEmulator one, IFittedEmulator other, int dimension, int outputs)
    {
        double[] queries = TestFunctions.Normal(200, dimension, 99);
        var y1 = new double[outputs];
        var y2 = new double[outputs];
        for (int i = 0; i < 200; i++)
        {
            ReadOnlySpan<double> x = queries.AsSpan(i * dimension, dimension);
            other.Predict(x, y2).Should().Be(one.Predict(x, y1));
            y2.Should().Equal(y1);
        }
    }
}
