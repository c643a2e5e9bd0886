using Layg.Calibration;

namespace Layg.Emulators.CholeskyKnn.Tests;

public sealed class PredictionTests
{
    [Test]
    public void Predict_KnownPoint_ReturnsItsStoredValue()
    {
        TrainingSet points = TestFunctions.Known("sin3", TestFunctions.Normal(500, 3, 1), 3);
        IFittedEmulator fitted = new CholeskyKnnEmulator(new() { DomainGuard = DomainGuardRule.Off }).Fit(points, TestFunctions.Context());
        var value = new double[1];
        for (int i = 0; i < 500; i++)
        {
            fitted.Predict(points.Input(i), value).Should().BeLessThan(1e-3);
            value[0].Should().Be(points.Output(i)[0]);
        }
    }

    [Test]
    public void Predict_VectorOutput_EqualsEachComponentAlone()
    {
        double[] x = TestFunctions.Normal(800, 2, 2);
        TrainingSet both = TwoOutputs(x);
        TrainingSet first = TestFunctions.Known("sin3", x, 2);
        IFittedEmulator joint = new CholeskyKnnEmulator().Fit(both, TestFunctions.Context());
        IFittedEmulator single = new CholeskyKnnEmulator().Fit(first, TestFunctions.Context());
        var y = new double[2];
        var y1 = new double[1];
        int covered = 0;
        double[] queries = TestFunctions.Normal(1000, 2, 3);
        for (int i = 0; i < 1000; i++)
        {
            ReadOnlySpan<double> q = queries.AsSpan(2 * i, 2);
            double bar = joint.Predict(q, y);
            if (double.IsPositiveInfinity(bar))
            {
                covered++;
                continue;
            }

            single.Predict(q, y1);
            y[0].Should().BeApproximately(y1[0], 1e-9 * (1 + Math.Abs(y1[0])));
            double error = Math.Max(
                Math.Abs(y[0] - TestFunctions.Evaluate("sin3", q)), Math.Abs(y[1] - (10 * TestFunctions.Evaluate("rosen", q))));
            covered += error <= bar ? 1 : 0;
        }

        // Three standard deviations of a share of 1000 and of the quantile of 800.
        (covered / 1000.0).Should().BeApproximately(0.9545, 0.03);
    }

    [Test]
    public void Predict_ErrorFunctional_MeasuresTheErrorOfTheScalar()
    {
        double[] x = TestFunctions.Normal(1000, 2, 4);
        TrainingSet points = TwoOutputs(x);
        OutputFunctional functional = y => y[0] + (1e-3 * y[1]);
        IFittedEmulator fitted = new CholeskyKnnEmulator(new() { ErrorFunctional = functional }).Fit(points, TestFunctions.Context());
        var y = new double[2];
        int covered = 0;
        double[] queries = TestFunctions.Normal(1000, 2, 5);
        for (int i = 0; i < 1000; i++)
        {
            ReadOnlySpan<double> q = queries.AsSpan(2 * i, 2);
            double bar = fitted.Predict(q, y);
            double truth = TestFunctions.Evaluate("sin3", q) + (1e-2 * TestFunctions.Evaluate("rosen", q));
            covered += double.IsPositiveInfinity(bar) || Math.Abs(functional(y) - truth) <= bar ? 1 : 0;
        }

        (covered / 1000.0).Should().BeApproximately(0.9545, 0.03);
    }

    [Test]
    public void Fit_FunctionalThrows_PassesItUnwrapped()
    {
        CholeskyKnnEmulator emulator = new(new() { ErrorFunctional = _ => throw new InvalidTimeZoneException("mine") });

        FluentActions.Invoking(() => emulator.Fit(TwoOutputs(TestFunctions.Normal(200, 2, 4)), TestFunctions.Context(threads: 2)))
            .Should().Throw<InvalidTimeZoneException>().WithMessage("mine");
    }

    [Test]
    public void Fit_FunctionalNotFinite_SaysWhere()
    {
        CholeskyKnnEmulator emulator = new(new() { ErrorFunctional = _ => double.NaN });

        FluentActions.Invoking(() => emulator.Fit(TwoOutputs(TestFunctions.Normal(200, 2, 4)), TestFunctions.Context()))
            .Should().Throw<EmulatorFitException>().WithMessage("*NaN at training point 0*");
    }

    [Test]
    public void Predict_WrongLengths_Throw()
    {
        IFittedEmulator fitted = new CholeskyKnnEmulator().Fit(
            TestFunctions.Known("dot", TestFunctions.Normal(200, 2, 1), 2), TestFunctions.Context());

        FluentActions.Invoking(() => fitted.Predict([1], new double[1])).Should().Throw<ArgumentException>().WithMessage("x has 1 numbers*2*");
        FluentActions.Invoking(() => fitted.Predict([1, 2], new double[2])).Should().Throw<ArgumentException>().WithMessage("y has 2 numbers*1*");
    }

    [Test]
    public void Predict_NotFiniteInput_IsRefused()
    {
        IFittedEmulator fitted = new CholeskyKnnEmulator(new() { DomainGuard = DomainGuardRule.Off }).Fit(
            TestFunctions.Known("dot", TestFunctions.Normal(200, 2, 1), 2), TestFunctions.Context());

        fitted.Predict([double.NaN, 0], new double[1]).Should().Be(double.PositiveInfinity);
        fitted.Predict([double.NegativeInfinity, 0], new double[1]).Should().Be(double.PositiveInfinity);
    }

    [Test]
    public void Predict_DefaultModel_AllocatesNothing([Values] ErrorModelKind model, [Values(2, 5)] int dimension)
    {
        IFittedEmulator fitted = new CholeskyKnnEmulator(new() { ErrorModel = model }).Fit(
            TestFunctions.Known("sin3", TestFunctions.Normal(2000, dimension, 1), dimension), TestFunctions.Context());
        double[] queries = TestFunctions.Normal(500, dimension, 2);
        var value = new double[1];
        double sum = 0;
        void All()
        {
            for (int i = 0; i < 500; i++)
                sum += fitted.Predict(queries.AsSpan(i * dimension, dimension), value);
        }

        Allocations.Of(All).Should().Be(0);
        sum.Should().BeGreaterThan(0);
    }

    private static TrainingSet TwoOutputs(double[] x)
    {
        var values = new double[x.Length];
        for (int i = 0; i < x.Length / 2; i++)
        {
            values[2 * i] = TestFunctions.Evaluate("sin3", x.AsSpan(2 * i, 2));
            values[(2 * i) + 1] = 10 * TestFunctions.Evaluate("rosen", x.AsSpan(2 * i, 2));
        }

        return new TrainingSet(x, values, 2, 2);
    }
}
