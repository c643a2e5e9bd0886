using Shared.Tensors;

namespace Layg.Emulators.CholeskyKnn.Tests;

public sealed class DomainGuardTests
{
    [Test]
    public void Predict_WalkingOutward_BecomesInfiniteAndStaysSo([Values("constant", "minus_dot", "sin3")] string function, [Values(1, 2, 3)] int dimension)
    {
        IFittedEmulator fitted = new CholeskyKnnEmulator().Fit(
            TestFunctions.Known(function, TestFunctions.Normal(1000, dimension, 1), dimension), TestFunctions.Context());
        RandomStream random = new(2);
        for (int walk = 0; walk < 20; walk++)
        {
            double[] direction = [.. Enumerable.Range(0, dimension).Select(_ => random.NextNormal())];
            double length = Math.Sqrt(direction.Sum(d => d * d));
            double[] At(double radius) => [.. direction.Select(d => radius * d / length)];

            fitted.Predict(At(0.5), new double[1]).Should().BeLessThan(double.PositiveInfinity);
            for (double radius = 6; radius < 1e12; radius *= 1.5)
                fitted.Predict(At(radius), new double[1]).Should().Be(double.PositiveInfinity);
        }
    }

    [Test]
    public void Predict_GuardOff_AnswersFarAway()
    {
        IFittedEmulator fitted = new CholeskyKnnEmulator(new() { DomainGuard = DomainGuardRule.Off }).Fit(
            TestFunctions.Known("constant", TestFunctions.Normal(1000, 2, 1), 2), TestFunctions.Context());

        fitted.Predict([1000, 1000], new double[1]).Should().BeLessThan(double.PositiveInfinity);
    }

    [Test]
    public void Predict_LargestCalibratedDistance_RefusesBeyondIt()
    {
        var fitted = (FittedCholeskyKnn)new CholeskyKnnEmulator(new() { DomainGuard = DomainGuardRule.LargestCalibratedDistance, BoxMargin = 10 }).Fit(
            TestFunctions.Known("dot", TestFunctions.Normal(1000, 2, 1), 2), TestFunctions.Context());
        int refused = 0;
        foreach (double radius in Enumerable.Range(1, 100).Select(i => 0.1 * i))
        {
            double[] x = [radius, 0];
            var white = new double[2];
            fitted.Whitening.TryApply(x, white);
            var distances = new double[12];
            fitted.Index.Nearest(white, new int[12], distances);
            bool infinite = double.IsPositiveInfinity(fitted.Predict(x, new double[1]));
            infinite.Should().Be(distances.Sum() > 12 * fitted.Guard.MaximumDistance);
            refused += infinite ? 1 : 0;
        }

        refused.Should().BeInRange(20, 90);
    }

    [Test]
    public void Predict_FreshPointsOfTheSameKind_AreHardlyRefused()
    {
        for (int seed = 0; seed < 5; seed++)
        {
            double[] calls = TestFunctions.Normal(20_000, 2, 100 + seed);
            var fitted = (IIncrementalEmulator)new CholeskyKnnEmulator().Fit(
                TestFunctions.Known("minus_dot", calls[..2000], 2), TestFunctions.Context());
            var value = new double[1];
            int refused = 0;
            for (int i = 1000; i < 20_000; i++)
            {
                ReadOnlySpan<double> x = calls.AsSpan(2 * i, 2);
                double truth = TestFunctions.Evaluate("minus_dot", x);
                if (double.IsPositiveInfinity(fitted.Predict(x, value)))
                {
                    refused++;
                    fitted = fitted.Insert(x, [truth]);
                }
                else
                {
                    value[0].Should().BeApproximately(truth, 1e-9);
                }
            }

            refused.Should().BeLessOrEqualTo(12);
        }
    }

    [Test]
    public void Predict_SamplerOnExtrapolatedValues_CannotRunAway()
    {
        // The function is flat where it was learnt and falls off outside: a sampler that believed extrapolated values would drift.
        static double Truth(ReadOnlySpan<double> x) => -Math.Max(0, (x[0] * x[0]) + (x[1] * x[1]) - 4);
        double[] points = TestFunctions.Uniform(1000, 2, 3);
        for (int i = 0; i < points.Length; i++)
            points[i] = 2.4 * (points[i] - 0.5);
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => Truth(points.AsSpan(2 * i, 2)))];
        values.Should().OnlyContain(v => v == 0);
        var fitted = (IIncrementalEmulator)new CholeskyKnnEmulator().Fit(new TrainingSet(points, values, 2, 1), TestFunctions.Context());
        RandomStream random = new(4);
        double[] x = [0, 0];
        double current = 0;
        double farthest = 0;
        var value = new double[1];
        for (int step = 0; step < 20_000; step++)
        {
            double[] proposal = [x[0] + random.NextNormal(), x[1] + random.NextNormal()];
            double density;
            if (fitted.Predict(proposal, value) < 0.05)
            {
                density = value[0];
            }
            else
            {
                density = Truth(proposal);
                fitted = fitted.Insert(proposal, [density]);
            }

            if (Math.Log(random.NextDouble()) < density - current)
            {
                (x, current) = (proposal, density);
                farthest = Math.Max(farthest, Math.Sqrt((x[0] * x[0]) + (x[1] * x[1])));
            }
        }

        // The density at radius 4.5 is exp(-16): a sound chain does not pass it in so few steps.
        farthest.Should().BeInRange(2, 4.5);
    }
}
