namespace Layg.Emulators.Torch.Tests;

public sealed class PredictionTests
{
    private static readonly double[] Queries = TestFunctions.Normal(300, 2, 9);

    [Test]
    public void PredictBatch_BuiltInNetwork_AnswersAsOneByOneBitForBit([Values] Uncertainty uncertainty)
    {
        FittedTorchEmulator fitted = Fits.Of("rosen", 500, 2, Fits.Quick with { Uncertainty = uncertainty, HiddenLayers = [13, 21], MaxEpochs = 5 });

        var batch = fitted.Batch(Queries, 2);
        var single = fitted.OneByOne(Queries, 2);

        batch.Values.Should().Equal(single.Values);
        batch.Errors.Should().Equal(single.Errors);
    }

    [Test]
    public void PredictValues_InsideTheDomain_AreThoseOfPredict()
    {
        FittedTorchEmulator fitted = Fits.Of("rosen", 500, 2, Fits.Quick with { MaxEpochs = 5 });
        var values = new double[300];

        fitted.PredictValues(Queries, values);

        var (expected, errors) = fitted.OneByOne(Queries, 2);
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsInfinity(errors[i]))
                values[i].Should().Be(expected[i]);
        }
    }

    [Test]
    public void PredictBatch_BuiltInNetwork_AllocatesNothing([Values] Uncertainty uncertainty)
    {
        FittedTorchEmulator fitted = Fits.Of("rosen", 500, 2, Fits.Quick with { MaxEpochs = 2, Uncertainty = uncertainty });
        var values = new double[Queries.Length / 2];
        var errors = new double[values.Length];

        Allocations.Of(() => fitted.PredictBatch(Queries, values, errors)).Should().Be(0);
    }

    [Test]
    public void Predict_ManyInputs_AllocatesNothing()
    {
        const int dimension = 40;
        FittedTorchEmulator fitted = Fits.Of("dot", 500, dimension, Fits.Quick with { MaxEpochs = 2 });
        double[] query = TestFunctions.Normal(1, dimension, 4);
        var y = new double[1];

        Allocations.Of(() => fitted.Predict(query, y)).Should().Be(0);
    }

    [Test]
    public void Predict_BuiltInNetwork_AllocatesNothing([Values] Uncertainty uncertainty)
    {
        FittedTorchEmulator fitted = Fits.Of("rosen", 500, 2, Fits.Quick with { Uncertainty = uncertainty, MaxEpochs = 5 });
        var y = new double[1];
        fitted.Predict([0.1, 0.1], y);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            fitted.Predict(Queries.AsSpan(2 * i, 2), y);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Test]
    public void Predict_ManyThreads_AnswerAsOne([Values] bool userModule)
    {
        FittedTorchEmulator fitted = Fits.Of("rosen", 500, 2, (userModule ? UserModuleTests.Options : Fits.Quick) with { MaxEpochs = 5 });
        var expected = fitted.OneByOne(Queries, 2);

        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            var single = fitted.OneByOne(Queries, 2);
            single.Values.Should().Equal(expected.Values);
            single.Errors.Should().Equal(expected.Errors);
        });
    }

    [Test]
    public void Fit_ManyThreadsOneEmulator_EachIsTheFitOfItsSeed()
    {
        TorchEmulator emulator = new(Fits.Quick with { MaxEpochs = 3 });
        TrainingSet points = TestFunctions.Known("rosen", TestFunctions.Normal(400, 2, 1), 2);
        double[] Fit(int seed) => emulator.Fit(points.Take(300), points.Select([.. Enumerable.Range(300, 100)]), TestFunctions.Context(seed)).Batch(Queries, 2).Values;
        double[][] expected = [.. Enumerable.Range(0, 4).Select(Fit)];

        Parallel.For(0, 4, seed => Fit(seed).Should().Equal(expected[seed]));
    }

    [Test]
    public void Tanh_WholeRange_IsWithinRounding()
    {
        double[] x = [.. Enumerable.Range(-4000, 8000).Select(i => i * 0.01), double.MinValue, double.MaxValue, -1e-9, 1e-9, 0, -0.0, 750, -750];
        double[] y = [.. x];

        DenseLayer.Tanh(y);

        for (int i = 0; i < x.Length; i++)
            y[i].Should().BeApproximately(Math.Tanh(x[i]), 5e-16);
    }
}
