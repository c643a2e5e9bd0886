namespace Layg.Emulators.Torch.Tests;

/// <summary>The table of the package's description: which uncertainty calibrates best.</summary>
public sealed class UncertaintyComparisonTests
{
    private static readonly (string Function, int Dimension, double Width)[] Cases =
        [("dot", 3, 1), ("sin10", 2, 0.3), ("sin10", 3, 0.3), ("step", 2, 1), ("rosen", 3, 1), ("gauss_bump", 3, 1), ("exp", 5, 1)];

    [Test]
    [Category("Long")]
    public void Ensemble_OuterFifth_DeviatesNoMoreThanTheOthers()
    {
        Dictionary<Uncertainty, Figures> figures = [];
        foreach (Uncertainty uncertainty in Enum.GetValues<Uncertainty>())
        {
            Figures[] all = [.. Cases.Select(one => Measure(one.Function, one.Dimension, one.Width, uncertainty))];
            figures[uncertainty] = new Figures(
                all.Average(f => Math.Abs(f.Outer1 - 0.6827)), all.Average(f => Math.Abs(f.Outer2 - 0.9545)), all.Average(f => f.LogBar));
            TestContext.Out.WriteLine($"{uncertainty}: {figures[uncertainty]}");
        }

        figures[Uncertainty.Ensemble].Outer2.Should().BeLessThan(figures.Values.Min(f => f.Outer2) + 0.02);
        figures[Uncertainty.Ensemble].LogBar.Should().Be(figures.Values.Min(f => f.LogBar), "its bars are the narrowest");
    }

    private static Figures Measure(string function, int dimension, double width, Uncertainty uncertainty)
    {
        double[] Points(int count, long seed) => [.. TestFunctions.Normal(count, dimension, seed).Select(v => width * v)];
        FittedTorchEmulator two = Fits.Of(
            TestFunctions.Known(function, Points(3000, 1), dimension), new TorchOptions { MaxEpochs = 150, Uncertainty = uncertainty });
        double toOne = two.ErrorScale(0.6827);
        TrainingSet fresh = TestFunctions.Known(function, Points(1000, 2), dimension);
        List<(double Distance, bool One, bool Two, double Bar)> answers = [];
        var y = new double[1];
        var coordinates = new double[two.Inputs.Rank];
        for (int i = 0; i < fresh.Count; i++)
        {
            double bar = two.Predict(fresh.Input(i), y);
            if (double.IsInfinity(bar))
                continue;
            double error = Math.Abs(y[0] - fresh.Output(i)[0]);
            two.Inputs.TryApply(fresh.Input(i), coordinates);
            answers.Add((two.Anchors.MeanDistance(coordinates), error <= toOne * bar, error <= bar, bar));
        }

        var outer = answers.OrderByDescending(answer => answer.Distance).Take(answers.Count / 5).ToList();
        return new Figures(
            outer.Average(a => a.One ? 1.0 : 0), outer.Average(a => a.Two ? 1.0 : 0), Math.Log(answers.Average(a => a.Bar)));
    }

    private sealed record Figures(double Outer1, double Outer2, double LogBar);
}
