using Shared.Tensors;

namespace Layg.Emulators.CholeskyKnn.Tests;

/// <summary>What must hold for any points.</summary>
public sealed class LawTests
{
    private const int Count = 300;
    private static readonly CholeskyKnnOptions Options = new() { DomainGuard = DomainGuardRule.Off };

    [Test]
    public void Predict_PolynomialOfTheDegree_IsReproduced([Range(1, 4)] int dimension, [Range(0, 3)] int degree)
    {
        MonomialTable monomials = new(dimension, degree);
        RandomStream random = new((10 * dimension) + degree);
        double[] coefficients = [.. Enumerable.Range(0, monomials.Count).Select(_ => random.NextNormal())];
        double Polynomial(ReadOnlySpan<double> x)
        {
            double sum = 0;
            for (int i = 0; i < coefficients.Length; i++)
            {
                double product = coefficients[i];
                for (int j = 0; j < dimension; j++)
                    product *= Math.Pow(x[j], monomials.Exponents(i)[j]);
                sum += product;
            }

            return sum;
        }

        double[] points = Normal(random, Count * dimension);
        double[] values = [.. Enumerable.Range(0, Count).Select(i => Polynomial(points.AsSpan(i * dimension, dimension)))];
        IFittedEmulator fitted = Fit(points, values, dimension, Options with { Degree = degree });
        var value = new double[1];
        for (int i = 0; i < 20; i++)
        {
            double[] x = Normal(random, dimension);
            fitted.Predict(x, value);
            value[0].Should().BeApproximately(Polynomial(x), 1e-7 * (1 + Math.Abs(Polynomial(x))));
        }
    }

    [Test]
    public void Predict_AffineChangeOfInputs_ChangesNothing([Range(1, 10)] int seed)
    {
        RandomStream random = new(seed);
        double[] points = Normal(random, Count * 2);
        double[] values = [.. Enumerable.Range(0, Count).Select(i => TestFunctions.Evaluate("sin3", points.AsSpan(2 * i, 2)))];
        double a = 10 + random.NextDouble();
        double b = random.NextNormal();
        double c = 1e-3 * (1 + random.NextDouble());
        double[] Map(ReadOnlySpan<double> x) => [(a * x[0]) + (b * x[1]) + 5, (c * x[1]) - (c * x[0] / 3)];
        double[] mapped = [.. Enumerable.Range(0, Count).SelectMany(i => Map(points.AsSpan(2 * i, 2)))];
        IFittedEmulator plain = Fit(points, values, 2, Options);
        IFittedEmulator changed = Fit(mapped, values, 2, Options);
        var one = new double[1];
        var other = new double[1];
        for (int i = 0; i < 20; i++)
        {
            double[] x = [random.NextNormal(), random.NextNormal()];
            double bar = plain.Predict(x, one);
            changed.Predict(Map(x), other).Should().BeApproximately(bar, 1e-5 * bar);
            other[0].Should().BeApproximately(one[0], 1e-6 * (1 + Math.Abs(one[0])));
        }
    }

    [Test]
    public void Predict_AffineChangeOfOutputs_ScalesValueAndBar([Range(1, 10)] int seed)
    {
        RandomStream random = new(seed);
        double[] points = Normal(random, Count * 2);
        double[] values = [.. Enumerable.Range(0, Count).Select(i => TestFunctions.Evaluate("sin3", points.AsSpan(2 * i, 2)))];
        double factor = -1000 * (0.1 + random.NextDouble());
        IFittedEmulator plain = Fit(points, values, 2, Options);
        IFittedEmulator changed = Fit(points, [.. values.Select(v => (factor * v) + 7)], 2, Options);
        var one = new double[1];
        var other = new double[1];
        for (int i = 0; i < 20; i++)
        {
            double[] x = [random.NextNormal(), random.NextNormal()];
            double bar = plain.Predict(x, one);
            changed.Predict(x, other).Should().BeApproximately(-factor * bar, 1e-5 * -factor * bar);
            other[0].Should().BeApproximately((factor * one[0]) + 7, 1e-7 * Math.Abs(factor) * (1 + Math.Abs(one[0])));
        }
    }

    private static double[] Normal(RandomStream random, int count)
    {
        var numbers = new double[count];
        random.FillNormal(numbers);
        return numbers;
    }

    private static IFittedEmulator Fit(double[] points, double[] values, int dimension, CholeskyKnnOptions options) =>
        new CholeskyKnnEmulator(options).Fit(new TrainingSet(points, values, dimension, 1), TestFunctions.Context());
}
