namespace Layg.Emulators.CholeskyKnn.Tests;

public sealed class WhiteningTests
{
    [Test]
    public void Of_CorrelatedPoints_GivesUnitCovariance()
    {
        double[] points = TestFunctions.Normal(500, 3, 1);
        for (int i = 0; i < 500; i++)
        {
            points[(3 * i) + 1] = (1e6 * points[3 * i]) + (1e5 * points[(3 * i) + 1]) + 1e8;
            points[(3 * i) + 2] *= 1e-9;
        }

        WhiteningTransform whitening = WhiteningFit.Of(points, 3);

        whitening.Rank.Should().Be(3);
        double[] white = Apply(whitening, points);
        for (int a = 0; a < 3; a++)
        {
            for (int b = 0; b < 3; b++)
                Covariance(white, 3, a, b).Should().BeApproximately(a == b ? 1 : 0, 1e-6);
        }
    }

    [Test]
    public void Of_ConstantDimension_DropsItAndRefusesToLeaveIt()
    {
        double[] points = TestFunctions.Normal(200, 3, 2);
        for (int i = 0; i < 200; i++)
            points[(3 * i) + 1] = 0.1;

        WhiteningTransform whitening = WhiteningFit.Of(points, 3);

        whitening.Rank.Should().Be(2);
        var white = new double[2];
        whitening.TryApply([0.3, 0.1, -0.4], white).Should().BeTrue();
        whitening.TryApply([0.3, 0.1001, -0.4], white).Should().BeFalse();
    }

    [Test]
    public void Of_ConstantZeroDimension_RefusesAnythingElse()
    {
        double[] points = TestFunctions.Normal(200, 2, 2);
        for (int i = 0; i < 200; i++)
            points[2 * i] = 0;

        WhiteningTransform whitening = WhiteningFit.Of(points, 2);

        var white = new double[1];
        whitening.TryApply([0, 1], white).Should().BeTrue();
        whitening.TryApply([1e-6, 1], white).Should().BeFalse();
    }

    [Test]
    public void Of_CollinearDimensions_DropsTheDirectionAcross()
    {
        double[] points = TestFunctions.Normal(300, 3, 3);
        for (int i = 0; i < 300; i++)
            points[(3 * i) + 2] = (2 * points[3 * i]) - points[(3 * i) + 1] + 5;

        WhiteningTransform whitening = WhiteningFit.Of(points, 3);

        whitening.Rank.Should().Be(2);
        double[] white = Apply(whitening, points);
        Covariance(white, 2, 0, 0).Should().BeApproximately(1, 1e-9);
        Covariance(white, 2, 0, 1).Should().BeApproximately(0, 1e-9);
        var one = new double[2];
        whitening.TryApply([1, 1, 6], one).Should().BeTrue();
        whitening.TryApply([1, 1, 6.01], one).Should().BeFalse();
    }

    [Test]
    public void Of_FewerPointsThanDimensions_SpansTheirHyperplane()
    {
        double[] points = TestFunctions.Normal(4, 6, 4);

        WhiteningFit.Of(points, 6).Rank.Should().Be(3);
    }

    [Test]
    public void TryApply_NotFinite_ReturnsFalse()
    {
        WhiteningTransform whitening = WhiteningFit.Of(TestFunctions.Normal(50, 2, 5), 2);
        var white = new double[2];

        whitening.TryApply([double.NaN, 0], white).Should().BeFalse();
        whitening.TryApply([0, double.PositiveInfinity], white).Should().BeFalse();
    }

    private static double[] Apply(WhiteningTransform whitening, double[] points)
    {
        int n = whitening.InputDimension;
        var white = new double[points.Length / n * whitening.Rank];
        for (int i = 0; i < points.Length / n; i++)
            whitening.TryApply(points.AsSpan(i * n, n), white.AsSpan(i * whitening.Rank, whitening.Rank)).Should().BeTrue();
        return white;
    }

    private static double Covariance(double[] points, int n, int a, int b)
    {
        int count = points.Length / n;
        double meanA = Enumerable.Range(0, count).Average(i => points[(i * n) + a]);
        double meanB = Enumerable.Range(0, count).Average(i => points[(i * n) + b]);
        return Enumerable.Range(0, count).Sum(i => (points[(i * n) + a] - meanA) * (points[(i * n) + b] - meanB)) / (count - 1);
    }
}
