namespace Layg.Emulators.CholeskyKnn.Tests;

public sealed class InsertTests
{
    [Test]
    public void Insert_NewPoint_IsKnownToTheNewEmulatorOnly()
    {
        var fitted = (IIncrementalEmulator)Fit("sin3", 500);
        double[] x = [0.123, 0.456];
        var value = new double[1];
        fitted.Predict(x, value);
        double before = value[0];

        IIncrementalEmulator grown = fitted.Insert(x, [42]);

        grown.Predict(x, value);
        value[0].Should().Be(42);
        fitted.Predict(x, value);
        value[0].Should().Be(before);
    }

    [Test]
    public void Insert_ManyPoints_EqualsTheSameIndexBuiltAtOnce()
    {
        TrainingSet all = TestFunctions.Known("sin3", TestFunctions.Normal(2000, 2, 1), 2);
        var grown = (IIncrementalEmulator)new CholeskyKnnEmulator().Fit(all.Take(1000), TestFunctions.Context());
        for (int i = 1000; i < 2000; i++)
            grown = grown.Insert(all.Input(i), all.Output(i));

        // The stored form holds the points only, so a loaded one has its index built at once.
        using MemoryStream stream = new();
        new CholeskyKnnEmulator().Save(grown, stream);
        stream.Position = 0;
        IFittedEmulator rebuilt = new CholeskyKnnEmulator().Load(stream, TestFunctions.Context());

        ((FittedCholeskyKnn)grown).Index.Count.Should().Be(2000);
        Comparison.ShouldPredictTheSame(grown, rebuilt, 2, 1);
    }

    [Test]
    public void Insert_TwiceIntoTheSame_GivesTwoIndependentLines()
    {
        var fitted = (IIncrementalEmulator)Fit("sin3", 500);
        IIncrementalEmulator one = fitted;
        IIncrementalEmulator other = fitted;
        var value = new double[1];
        for (int i = 0; i < 50; i++)
        {
            double[] x = [0.01 * i, 0.3];
            one = one.Insert(x, [1]);
            other = other.Insert(x, [2]);
        }

        for (int i = 0; i < 50; i++)
        {
            one.Predict([0.01 * i, 0.3], value);
            value[0].Should().Be(1);
            other.Predict([0.01 * i, 0.3], value);
            value[0].Should().Be(2);
        }
    }

    [Test]
    public void Insert_SameValueAgain_SharesPointsAndOutputs()
    {
        var fitted = (IIncrementalEmulator)Fit("sin3", 500);
        var once = (FittedCholeskyKnn)fitted.Insert([0.1, 0.2], [3]);
        var twice = (FittedCholeskyKnn)once.Insert([0.1, 0.2], [3]);

        twice.Index.Should().BeSameAs(once.Index);
        twice.Outputs.Should().BeSameAs(once.Outputs);
        Comparison.ShouldPredictTheSame(once, twice, 2, 1);
    }

    [Test]
    public void Insert_OtherValueOfKnownPoint_IsAveraged()
    {
        var fitted = (IIncrementalEmulator)Fit("sin3", 500);
        IIncrementalEmulator grown = fitted.Insert([0.1, 0.2], [3]);
        IIncrementalEmulator averaged = grown.Insert([0.1, 0.2], [6]).Insert([0.1, 0.2], [9]);
        var value = new double[1];

        averaged.Predict([0.1, 0.2], value);
        value[0].Should().BeApproximately(6, 1e-12);
        grown.Predict([0.1, 0.2], value);
        value[0].Should().Be(3);
    }

    [Test]
    public void Insert_SameValueOfKnownPoint_CountsInTheMean()
    {
        var fitted = (IIncrementalEmulator)Fit("sin3", 500);
        IIncrementalEmulator averaged = fitted.Insert([0.1, 0.2], [3]).Insert([0.1, 0.2], [3]).Insert([0.1, 0.2], [6]);
        var value = new double[1];
        averaged.Predict([0.1, 0.2], value);
        value[0].Should().BeApproximately(4, 1e-12);
    }

    [Test]
    public void Insert_OtherValueOfAPointThatWasFittedTwice_CountsBoth()
    {
        double[] x = TestFunctions.Normal(300, 2, 9);
        TrainingSet twice = new((double[])[.. x, .. x], (double[])[.. Enumerable.Repeat(3.0, 600)], 2, 1);
        var fitted = (IIncrementalEmulator)new CholeskyKnnEmulator().Fit(twice, TestFunctions.Context());
        var value = new double[1];
        fitted.Insert(x.AsSpan(0, 2), [6]).Predict(x.AsSpan(0, 2), value);
        value[0].Should().BeApproximately(4, 1e-12);
    }

    [Test]
    public void Insert_PointOffTheHyperplane_WaitsForTheNextFit()
    {
        double[] points = TestFunctions.Normal(500, 2, 6);
        for (int i = 0; i < 500; i++)
            points[(2 * i) + 1] = 7;
        var fitted = (IIncrementalEmulator)new CholeskyKnnEmulator().Fit(TestFunctions.Known("dot", points, 2), TestFunctions.Context());

        fitted.Insert([0, 8], [64]).Should().BeSameAs(fitted);
    }

    [Test]
    public void Insert_NewRegion_BecomesUsableAfterAFewPoints()
    {
        var grown = (IIncrementalEmulator)new CholeskyKnnEmulator().Fit(
            TestFunctions.Known("constant", TestFunctions.Uniform(1000, 1, 1), 1), TestFunctions.Context());
        grown.Predict([100.5], new double[1]).Should().Be(double.PositiveInfinity);
        for (int i = 0; i < 300; i++)
            grown = grown.Insert([100 + (i / 300.0)], [1]);

        grown.Predict([100.5001], new double[1]).Should().BeLessThan(1e-6);
        grown.Predict([50], new double[1]).Should().Be(double.PositiveInfinity);
    }

    [Test]
    public void Insert_BadNumbers_Throws()
    {
        var fitted = (IIncrementalEmulator)Fit("sin3", 200);

        FluentActions.Invoking(() => fitted.Insert([0.1], [3])).Should().Throw<ArgumentException>().WithParameterName("x");
        FluentActions.Invoking(() => fitted.Insert([0.1, double.NaN], [3])).Should().Throw<ArgumentException>().WithMessage("Component 1 of x is NaN*");
        FluentActions.Invoking(() => fitted.Insert([0.1, 1], [double.PositiveInfinity])).Should().Throw<ArgumentException>().WithParameterName("y");
    }

    [Test]
    public void Fit_IncrementalOff_TakesNoPoints() =>
        new CholeskyKnnEmulator(new() { Incremental = false }).Fit(
            TestFunctions.Known("dot", TestFunctions.Normal(200, 2, 1), 2), TestFunctions.Context()).Should().NotBeAssignableTo<IIncrementalEmulator>();

    [Test]
    public async Task Predict_WhileOthersInsert_StaysExactForEverySnapshot()
    {
        TrainingSet all = TestFunctions.Known("minus_dot", TestFunctions.Normal(4000, 2, 1), 2);
        var first = (IIncrementalEmulator)new CholeskyKnnEmulator().Fit(all.Take(500), TestFunctions.Context());
        IIncrementalEmulator current = first;
        double[] probe = [0.21, -0.17];
        var reference = new double[1];
        double referenceBar = first.Predict(probe, reference);
        using CancellationTokenSource done = new();
        Task<(int Calls, double Worst, bool Stable)>[] readers = [.. Enumerable.Range(0, 3).Select(reader => Task.Run(() =>
        {
            double[] queries = TestFunctions.Normal(1000, 2, 50 + reader);
            var value = new double[1];
            double worst = 0;
            int calls = 0;
            bool stable = true;
            do
            {
                ReadOnlySpan<double> x = queries.AsSpan(2 * (calls++ % 1000), 2);
                if (!double.IsPositiveInfinity(Volatile.Read(ref current).Predict(x, value)))
                    worst = Math.Max(worst, Math.Abs(value[0] - TestFunctions.Evaluate("minus_dot", x)));
                stable &= first.Predict(probe, value).Equals(referenceBar) && value[0].Equals(reference[0]);
            }
            while (!done.IsCancellationRequested);
            return (calls, worst, stable);
        }))];

        for (int i = 500; i < 4000; i++)
            Volatile.Write(ref current, current.Insert(all.Input(i), all.Output(i)));
        await done.CancelAsync();
        foreach ((int calls, double worst, bool stable) in await Task.WhenAll(readers))
        {
            calls.Should().BeGreaterThan(0);
            worst.Should().BeLessThan(1e-7);
            stable.Should().BeTrue();
        }
    }

    private static IFittedEmulator Fit(string function, int count) =>
        new CholeskyKnnEmulator().Fit(TestFunctions.Known(function, TestFunctions.Normal(count, 2, 1), 2), TestFunctions.Context());
}
