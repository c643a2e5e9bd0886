using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shared.Tensors;

namespace Layg.Tests.Interpolation;

public sealed class InterpolationEmulatorTests
{
    private static readonly FitContext Context = new(new RandomStream(1));

    [Test]
    public void Predict_LinearForm_EqualsTheOriginalAndRefusesOutside()
    {
        JsonElement golden = Golden.Read("interpolation.json");
        double[] x = [.. golden.GetProperty("x").EnumerateArray().Select(e => e.GetDouble())];
        double[] y = [.. golden.GetProperty("y").EnumerateArray().Select(e => e.GetDouble())];
        double[] queries = [.. golden.GetProperty("queries").EnumerateArray().Select(e => e.GetDouble())];
        double[] values = [.. golden.GetProperty("values").EnumerateArray().Select(e => e.Number())];
        IFittedEmulator fitted = new InterpolationEmulator(InterpolationOptions.Original).Fit(new TrainingSet(x, y, 1, 1), Context);
        for (int i = 0; i < queries.Length; i++)
        {
            var value = new double[1];
            double error = fitted.Predict([queries[i]], value);
            if (double.IsInfinity(values[i]))
            {
                error.Should().Be(double.PositiveInfinity);
                value[0].Should().Be(double.NaN);
                continue;
            }

            value[0].Should().BeApproximately(values[i], 1e-14);
            double.IsFinite(error).Should().BeTrue();
        }
    }

    [Test]
    public void Predict_AtTheKnots_ReturnsTheKnownValues([Values] InterpolationForm form)
    {
        (TrainingSet points, _) = Sample(x => Math.Exp(Math.Sin(5 * x)), 120, 3);
        IFittedEmulator fitted = new InterpolationEmulator(new InterpolationOptions { Form = form }).Fit(points, Context);
        for (int i = 0; i < points.Count; i++)
            Value(fitted, points.Input(i)[0]).Should().BeApproximately(points.Output(i)[0], 1e-12);
    }

    [TestCase(InterpolationForm.Linear, 1e-3)]
    [TestCase(InterpolationForm.Monotone, 1e-3)]
    [TestCase(InterpolationForm.Akima, 1e-4)]
    [TestCase(InterpolationForm.Cubic, 1e-6)]
    public void Predict_SmoothFunction_IsAsAccurateAsItsForm(InterpolationForm form, double tolerance)
    {
        (TrainingSet points, TrainingSet fresh) = Sample(x => Math.Sin(10 * x), 1000, 4);
        IFittedEmulator fitted = new InterpolationEmulator(new InterpolationOptions { Form = form }).Fit(points, Context);
        double square = 0;
        int answered = 0;
        for (int i = 0; i < fresh.Count; i++)
        {
            var y = new double[1];
            if (double.IsInfinity(fitted.Predict(fresh.Input(i), y)))
                continue;
            square += Math.Pow(y[0] - fresh.Output(i)[0], 2);
            answered++;
        }

        answered.Should().BeGreaterThan(fresh.Count - 20);
        Math.Sqrt(square / answered).Should().BeLessThan(tolerance);
    }

    [Test]
    public void Predict_MonotoneForm_StaysBetweenItsNeighbours()
    {
        (TrainingSet points, _) = Sample(x => x < 0.3 ? 0 : 1, 150, 5);
        IFittedEmulator fitted = new InterpolationEmulator(new InterpolationOptions { Form = InterpolationForm.Monotone }).Fit(points, Context);
        double low = points.Inputs.ToArray().Min();
        double high = points.Inputs.ToArray().Max();
        for (int i = 0; i <= 1000; i++)
            Value(fitted, low + ((high - low) * i / 1000)).Should().BeInRange(0, 1);
    }

    [Test]
    public void Predict_SeveralOutputs_EachHasItsCurveAndTheErrorIsTheWorst()
    {
        var random = new RandomStream(6);
        double[] x = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())];
        double[] y = [.. x.SelectMany(v => new[] { v, Math.Sin(20 * v) })];
        IFittedEmulator both = new InterpolationEmulator().Fit(new TrainingSet(x, y, 1, 2), Context);
        IFittedEmulator second = new InterpolationEmulator().Fit(new TrainingSet(x, x.Select(v => Math.Sin(20 * v)).ToArray(), 1, 1), Context);
        var two = new double[2];
        var one = new double[1];
        double error = both.Predict([0.41], two);
        second.Predict([0.41], one).Should().BeApproximately(error, 1e-6);
        two[0].Should().BeApproximately(0.41, 1e-12);
        two[1].Should().Be(one[0]);
    }

    [Test]
    public void Predict_HeldOutCalibration_CoversTheLevels([Values] InterpolationForm form, [Values("sin", "exp", "kink")] string name)
    {
        Func<double, double> function = name switch
        {
            "sin" => x => Math.Sin(10 * x),
            "exp" => x => Math.Exp(3 * x),
            _ => x => Math.Abs(Math.Sin(12 * x)),
        };
        (TrainingSet points, TrainingSet fresh) = Sample(function, 1000, 7);
        (TrainingSet training, TrainingSet heldOut) = points.Split(0.5, new RandomStream(8));
        var fitted = (ICalibratedEmulator)new InterpolationEmulator(new InterpolationOptions { Form = form }).Fit(training, heldOut, Context);

        // 2000 fresh points, 500 calibration points: both binomial errors together stay below 0.03.
        Coverage(fitted, fresh, 0.9545).Should().BeApproximately(0.9545, 0.03);
        Coverage(fitted, fresh, 0.6827).Should().BeApproximately(0.6827, 0.06);
    }

    [Test]
    public void Predict_LeaveOneOutCalibration_CoversTheLevels([Values] InterpolationForm form)
    {
        (TrainingSet points, TrainingSet fresh) = Sample(x => Math.Sin(10 * x), 1000, 9);
        var fitted = (ICalibratedEmulator)new InterpolationEmulator(new InterpolationOptions { Form = form }).Fit(points, Context);
        Coverage(fitted, fresh, 0.9545).Should().BeApproximately(0.9545, 0.03);
    }

    [Test]
    public void Fit_RepeatedInputs_CountOnceWithTheMeanOfTheirValues()
    {
        double[] x = [0, 1, 1, 2, 3, 3];
        double[] y = [0, 1, 3, 2, 5, 5];
        IFittedEmulator fitted = new InterpolationEmulator(InterpolationOptions.Original).Fit(new TrainingSet(x, y, 1, 1), Context);
        Value(fitted, 1).Should().Be(2);
        Value(fitted, 3).Should().Be(5);
    }

    [Test]
    public void Fit_EvenGrid_TakesNoExponentFromEqualDistances()
    {
        double[] x = [.. Enumerable.Range(0, 300).Select(i => i / 300.0)];
        IFittedEmulator fitted = new InterpolationEmulator().Fit(new TrainingSet(x, x.Select(v => Math.Sin(9 * v)).ToArray(), 1, 1), Context);
        var y = new double[1];
        for (int i = 5; i < 290; i++)
        {
            double between = x[i] + (0.5 / 300);
            double error = fitted.Predict([between], y);
            Math.Abs(y[0] - Math.Sin(9 * between)).Should().BeLessThanOrEqualTo(error);
        }
    }

    [Test]
    public void Fit_WhatCannotBeFitted_SaysWhy()
    {
        var emulator = new InterpolationEmulator();
        Fitting(new double[200], new double[200], 1).Should().Throw<EmulatorFitException>().WithMessage("*1 distinct inputs*at least 3*");
        Fitting([1, 2], [1, 2], 1).Should().Throw<EmulatorFitException>().WithMessage("*2 distinct inputs*");
        Fitting([1, 2, 3, 4, 5, 6], [1, 2, 3], 2).Should().Throw<EmulatorFitException>().WithMessage("*one variable*2 components*");
        Fitting([1, 2, 3, 4], [1, 2, 3, 4], 1).Should().Throw<EmulatorFitException>().WithMessage("*2 calibration points*at least 100*");

        double[] grid = [.. Enumerable.Range(0, 200).Select(i => (double)i)];
        Fitting(grid, [.. grid.Select(x => x % 2 == 0 ? 1e308 : -1e308)], 1).Should().Throw<EmulatorFitException>().WithMessage("*too large to interpolate*");

        Action Fitting(double[] x, double[] y, int dimension) =>
            () => emulator.Fit(new TrainingSet(x, y, dimension, 1), Context);
    }

    [Test]
    public void Fit_AnyNumberOfThreads_GivesTheSameBits()
    {
        (TrainingSet points, TrainingSet fresh) = Sample(x => Math.Sin(10 * x), 1500, 10);
        IFittedEmulator one = new InterpolationEmulator().Fit(points, Context);
        IFittedEmulator two = new InterpolationEmulator().Fit(points, Context with { MaxDegreeOfParallelism = 2 });
        var a = new double[1];
        var b = new double[1];
        for (int i = 0; i < 200; i++)
        {
            one.Predict(fresh.Input(i), a).Should().Be(two.Predict(fresh.Input(i), b));
            a[0].Should().Be(b[0]);
        }
    }

    [Test]
    public void AddInterpolation_ConfiguredTwice_IsOneEmulatorThatALearnerUses()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg(o => o.InitialTrainingThreshold = 200)
            .AddInterpolation(o => o.Form = InterpolationForm.Akima).AddInterpolation(o => o.DecisionLevel = 0.9).Services.BuildServiceProvider();
        InterpolationOptions options = services.GetRequiredService<IOptionsMonitor<InterpolationOptions>>().Get("interpolation");
        (options.Form, options.DecisionLevel).Should().Be((InterpolationForm.Akima, 0.9));
        using Learner learner = services.GetRequiredService<LearnerFactory>().Wrap(x => Math.Sin(x[0]), 1);
        var random = new RandomStream(1);
        for (int i = 0; i < 200; i++)
            learner.Evaluate([random.NextDouble()]);
        learner.Evaluate([0.5]).Source.Should().Be(EvaluationSource.Emulated);
        learner.Evaluate([1.5]).Source.Should().Be(EvaluationSource.Exact, "it does not extrapolate");
    }

    [Test]
    public void AddInterpolation_BadOption_IsReportedByName()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg().AddInterpolation(o => o.DecisionLevel = 2).Services.BuildServiceProvider();
        services.GetRequiredService<LearnerFactory>().Invoking(f => f.Wrap(x => x[0], 1))
            .Should().Throw<OptionsValidationException>().WithMessage("*DecisionLevel is 2*between 0 and 1*");
    }

    private static double Value(IFittedEmulator fitted, double x)
    {
        var y = new double[1];
        fitted.Predict([x], y);
        return y[0];
    }

    private static (TrainingSet Known, TrainingSet Fresh) Sample(Func<double, double> function, int count, long seed)
    {
        var random = new RandomStream(seed);
        return (Draw(count), Draw(2000));

        TrainingSet Draw(int number)
        {
            var x = new double[number];
            random.FillUniform(x);
            return new TrainingSet(x, x.Select(function).ToArray(), 1, 1);
        }
    }

    private static double Coverage(ICalibratedEmulator fitted, TrainingSet fresh, double level)
    {
        double scale = fitted.ErrorScale(level);
        int covered = 0;
        int answered = 0;
        var y = new double[1];
        for (int i = 0; i < fresh.Count; i++)
        {
            double error = fitted.Predict(fresh.Input(i), y);
            if (double.IsInfinity(error))
                continue;
            answered++;
            if (Math.Abs(y[0] - fresh.Output(i)[0]) <= scale * error)
                covered++;
        }

        return (double)covered / answered;
    }
}
