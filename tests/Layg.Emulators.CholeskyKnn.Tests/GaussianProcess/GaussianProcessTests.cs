using Shared.Tensors;

namespace Layg.Emulators.CholeskyKnn.Tests.GaussianProcess;

public sealed class GaussianProcessTests
{
    [TestCase("minus_dot", 2, 400, 1e-2)]
    [TestCase("sin3", 1, 300, 3e-2)]
    [TestCase("exp", 3, 800, 5e-1)]
    public void Predict_SmoothFunction_IsCloseAndCoversBothLevels(string name, int dimension, int count, double tolerance)
    {
        FittedGaussianProcess fitted = Fit(name, dimension, count);
        TrainingSet fresh = TestFunctions.Known(name, TestFunctions.Normal(2000, dimension, 2), dimension);
        (double rms, double one, double two) = Measure(fitted, fresh);
        rms.Should().BeLessThan(tolerance);

        // 300 to 800 calibration points: three binomial standard errors at the lower level are 0.08.
        one.Should().BeApproximately(0.6827, 0.09);
        two.Should().BeApproximately(0.9545, 0.04);
    }

    [Test]
    public void Predict_LocalProcess_CoversBothLevels([Values("rosen", "step")] string name)
    {
        FittedGaussianProcess fitted = Fit(name, 2, 1500);
        fitted.IsLocal.Should().BeTrue();
        (_, double one, double two) = Measure(fitted, TestFunctions.Known(name, TestFunctions.Normal(2000, 2, 2), 2));
        one.Should().BeApproximately(0.6827, 0.06);
        two.Should().BeApproximately(0.9545, 0.03);
    }

    [Test]
    public void Predict_LocalProcess_IsNearlyTheExactOne()
    {
        FittedGaussianProcess exact = Fit("gauss_bump", 2, 500);
        FittedGaussianProcess local = Fit("gauss_bump", 2, 500, new GaussianProcessOptions { ExactPoints = 100 });
        local.IsLocal.Should().BeTrue();
        var a = new double[1];
        var b = new double[1];
        foreach (double[] x in new double[][] { [0, 0], [0.5, -1], [-1.2, 0.3] })
        {
            exact.Predict(x, a);
            local.Predict(x, b);
            b[0].Should().BeApproximately(a[0], 2e-3);
        }
    }

    [Test]
    public void PredictBatch_AnyProcess_IsOneByOneBitForBit([Values] bool local, [Values] bool shared)
    {
        double[] x = TestFunctions.Uniform(300, 2, 4);
        double[] y = [.. Enumerable.Range(0, 300).SelectMany(i => new[] { 100 * Math.Sin(3 * x[2 * i]), Math.Cos(5 * x[(2 * i) + 1]), 7 })];
        IFittedEmulator fitted = new GaussianProcessEmulator(new GaussianProcessOptions { ShareHyperparameters = shared, ExactPoints = local ? 100 : 1000 })
            .Fit(new TrainingSet(x, y, 2, 3), TestFunctions.Context());
        double[] queries = TestFunctions.Uniform(101, 2, 5);
        (queries[20], queries[33], queries[34], queries[200]) = (50, -9, 12, double.NaN);
        var values = new double[303];
        var errors = new double[101];
        fitted.PredictBatch(queries, values, errors);

        var one = new double[3];
        for (int i = 0; i < 101; i++)
        {
            errors[i].Should().Be(fitted.Predict(queries.AsSpan(2 * i, 2), one));
            values.AsSpan(3 * i, 3).SequenceEqual(one).Should().BeTrue();
        }

        errors.Count(double.IsInfinity).Should().BeGreaterThanOrEqualTo(4);
        fitted.Invoking(f => f.PredictBatch(queries, values, new double[100])).Should().Throw<ArgumentException>();
    }

    [Test]
    public void Fit_IrrelevantInput_GetsALongLengthScale()
    {
        double[] x = TestFunctions.Uniform(300, 3, 4);
        double[] y = [.. Enumerable.Range(0, 300).Select(i => Math.Sin(6 * x[3 * i]))];
        var fitted = (FittedGaussianProcess)new GaussianProcessEmulator().Fit(new TrainingSet(x, y, 3, 1), TestFunctions.Context());
        IReadOnlyList<double> lengths = fitted.Hyperparameters[0].LengthScales;
        lengths[1].Should().BeGreaterThan(20 * lengths[0]);
        lengths[2].Should().BeGreaterThan(20 * lengths[0]);
    }

    [Test]
    public void Fit_SeveralOutputs_SharedOrOwnHyperparameters([Values] bool shared)
    {
        double[] x = TestFunctions.Uniform(300, 1, 4);
        double[] y = [.. x.SelectMany(v => new[] { 100 * Math.Sin(3 * v), Math.Sin(20 * v), 7 })];
        var fitted = (FittedGaussianProcess)new GaussianProcessEmulator(new GaussianProcessOptions { ShareHyperparameters = shared })
            .Fit(new TrainingSet(x, y, 1, 3), TestFunctions.Context());
        var values = new double[3];
        fitted.Predict([0.4321], values);
        values[0].Should().BeApproximately(100 * Math.Sin(3 * 0.4321), 1e-2);
        values[1].Should().BeApproximately(Math.Sin(20 * 0.4321), 1e-3);
        values[2].Should().Be(7, "a constant output stays as it is");
        bool same = fitted.Hyperparameters[0].LengthScales[0].Equals(fitted.Hyperparameters[1].LengthScales[0]);
        same.Should().Be(shared);
    }

    [Test]
    public void Predict_FarFromThePoints_IsRefused()
    {
        FittedGaussianProcess fitted = Fit("minus_dot", 2, 300);
        var y = new double[1];
        fitted.Predict([50, 0], y).Should().Be(double.PositiveInfinity);
        y[0].Should().Be(double.NaN);
        fitted.Predict([0, 0], y).Should().BeLessThan(0.1);
        fitted.Invoking(f => f.Predict([1], new double[1])).Should().Throw<ArgumentException>().WithMessage("*1 numbers*2 are needed*");
    }

    [Test]
    public void Insert_Points_EqualsTheProcessOverAllOfThem([Values] bool local)
    {
        GaussianProcessOptions options = new() { ExactPoints = local ? 50 : 1000, LocalNeighbours = 20 };
        double[] all = TestFunctions.Normal(240, 2, 6);
        TrainingSet known = TestFunctions.Known("gauss_bump", all, 2);
        var emulator = new GaussianProcessEmulator(options);
        var fitted = (FittedGaussianProcess)emulator.Fit(known.Take(200), TestFunctions.Context());
        var before = new double[1];
        fitted.Predict([0.1, 0.2], before);
        var growing = (IIncrementalEmulator)fitted;
        for (int i = 200; i < 240; i++)
            growing = growing.Insert(known.Input(i), known.Output(i));

        var grown = (FittedGaussianProcess)growing;
        grown.Count.Should().Be(240);
        fitted.Count.Should().Be(200);
        var after = new double[1];
        fitted.Predict([0.1, 0.2], after);
        after.Should().Equal(before);

        Process process = fitted.State.Processes[0];
        double[] points = new double[480];
        double[] column = new double[240];
        for (int i = 0; i < 240; i++)
        {
            fitted.State.Inputs.Apply(known.Input(i), points.AsSpan(2 * i, 2));
            fitted.State.Outputs.Apply(known.Output(i), column.AsSpan(i, 1));
        }

        Process atOnce = ProcessBuilder.Build(options, [0], process.Hyperparameters, points, [column], default);
        var one = new double[1];
        var other = new double[1];
        double[] query = [0.3, -0.4];
        atOnce.Predict(query, one, new ProcessScratch()).Should().Be(grown.State.Processes[0].Predict(query, other, new ProcessScratch()));
        one.Should().Equal(other);
        growing.Insert(known.Input(3), known.Output(3)).Should().BeSameAs(growing, "a repeat waits for the next fit");
    }

    [Test]
    public void Save_AndLoad_PredictsBitForBit([Values] bool local)
    {
        FittedGaussianProcess fitted = Fit("rosen", 3, 300, new GaussianProcessOptions { ExactPoints = local ? 50 : 1000 });
        var emulator = new GaussianProcessEmulator();
        using var stream = new MemoryStream();
        emulator.Save(((IIncrementalEmulator)fitted).Insert([0.01, 0.02, 0.03], [-1]), stream);
        stream.Position = 0;
        var loaded = (FittedGaussianProcess)emulator.Load(stream, TestFunctions.Context());
        loaded.Count.Should().Be(301);
        loaded.IsLocal.Should().Be(local);
        FittedGaussianProcess inserted = (FittedGaussianProcess)((IIncrementalEmulator)fitted).Insert([0.01, 0.02, 0.03], [-1]);
        double[] queries = TestFunctions.Normal(50, 3, 9);
        var a = new double[1];
        var b = new double[1];
        for (int i = 0; i < 50; i++)
        {
            loaded.Predict(queries.AsSpan(3 * i, 3), a).Should().Be(inserted.Predict(queries.AsSpan(3 * i, 3), b));
            a.Should().Equal(b);
        }

        byte[] bytes = stream.ToArray();
        bytes[^40] ^= 1;
        emulator.Invoking(e => e.Load(new MemoryStream(bytes), TestFunctions.Context())).Should().Throw<InvalidDataException>().WithMessage("*checksum*");
        emulator.Invoking(e => e.Load(new MemoryStream(bytes[..100]), TestFunctions.Context())).Should().Throw<InvalidDataException>().WithMessage("*truncated*");
    }

    [Test]
    public void Fit_AnyNumberOfThreads_GivesTheSameBits([Values(300, 1200)] int count)
    {
        TrainingSet known = TestFunctions.Known("rosen", TestFunctions.Normal(count, 2, 1), 2);
        IFittedEmulator one = new GaussianProcessEmulator().Fit(known, TestFunctions.Context());
        IFittedEmulator two = new GaussianProcessEmulator().Fit(known, TestFunctions.Context(threads: 2));
        var a = new double[1];
        var b = new double[1];
        one.Predict([0.3, 0.4], a).Should().Be(two.Predict([0.3, 0.4], b));
        a.Should().Equal(b);
    }

    [Test]
    public void Fit_HeldOutPoints_CalibratesOnThem()
    {
        TrainingSet known = TestFunctions.Known("sin3", TestFunctions.Normal(900, 2, 1), 2);
        (TrainingSet training, TrainingSet heldOut) = known.Split(0.5, new RandomStream(3));
        var fitted = (FittedGaussianProcess)new GaussianProcessEmulator().Fit(training, heldOut, TestFunctions.Context());
        fitted.Count.Should().Be(training.Count);
        (_, double one, double two) = Measure(fitted, TestFunctions.Known("sin3", TestFunctions.Normal(2000, 2, 2), 2));
        one.Should().BeApproximately(0.6827, 0.08);
        two.Should().BeApproximately(0.9545, 0.04);
    }

    [Test]
    public void Fit_ConstantAndCollinearInputs_AnswersOnTheirPlaneOnly()
    {
        double[] u = TestFunctions.Normal(200, 1, 1);
        double[] x = [.. u.SelectMany(v => new[] { v, 2 * v, 5 })];
        double[] y = [.. u.Select(v => v * v)];
        IFittedEmulator fitted = new GaussianProcessEmulator().Fit(new TrainingSet(x, y, 3, 1), TestFunctions.Context());
        var value = new double[1];
        fitted.Predict([0.5, 1, 5], value).Should().BeLessThan(0.01);
        value[0].Should().BeApproximately(0.25, 0.01);
        fitted.Predict([0.5, 1.5, 5], value).Should().Be(double.PositiveInfinity);
        fitted.Predict([0.5, 1, 6], value).Should().Be(double.PositiveInfinity);
    }

    [Test]
    public void Fit_WhatCannotBeFitted_SaysWhy()
    {
        var emulator = new GaussianProcessEmulator();
        Fitting(new double[400], new double[200]).Should().Throw<EmulatorFitException>().WithMessage("*1 distinct inputs*");
        Fitting(TestFunctions.Normal(50, 2, 1), new double[50]).Should().Throw<EmulatorFitException>().WithMessage("*50 calibration points*at least 100*");

        Action Fitting(double[] x, double[] y) => () => emulator.Fit(new TrainingSet(x, y, 2, 1), TestFunctions.Context());
    }

    [Test]
    public void Fit_ConstantFunction_PredictsItWithoutError()
    {
        FittedGaussianProcess fitted = Fit("constant", 2, 150);
        var y = new double[1];
        fitted.Predict([0.1, 0.1], y).Should().BeLessThan(1e-6);
        y[0].Should().Be(1);
    }

    [Test]
    public void Fit_Cancelled_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        TrainingSet known = TestFunctions.Known("rosen", TestFunctions.Normal(300, 2, 1), 2);
        FluentActions.Invoking(() => new GaussianProcessEmulator().Fit(known, TestFunctions.Context() with { CancellationToken = cancellation.Token }))
            .Should().Throw<OperationCanceledException>();
    }

    private static FittedGaussianProcess Fit(string name, int dimension, int count, GaussianProcessOptions? options = null) =>
        (FittedGaussianProcess)new GaussianProcessEmulator(options)
            .Fit(TestFunctions.Known(name, TestFunctions.Normal(count, dimension, 1), dimension), TestFunctions.Context());

    private static (double Rms, double One, double Two) Measure(FittedGaussianProcess fitted, TrainingSet fresh)
    {
        double scale = fitted.ErrorScale(0.6827);
        var y = new double[1];
        double square = 0;
        int one = 0, two = 0, answered = 0;
        for (int i = 0; i < fresh.Count; i++)
        {
            double error = fitted.Predict(fresh.Input(i), y);
            if (double.IsInfinity(error))
                continue;
            double miss = Math.Abs(y[0] - fresh.Output(i)[0]);
            answered++;
            square += miss * miss;
            one += miss <= scale * error ? 1 : 0;
            two += miss <= error ? 1 : 0;
        }

        return (Math.Sqrt(square / answered), (double)one / answered, (double)two / answered);
    }
}
