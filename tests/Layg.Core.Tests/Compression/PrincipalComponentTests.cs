using Layg.Calibration;
using Shared.Tensors;

namespace Layg.Tests.Compression;

public sealed class PrincipalComponentTests
{
    private const int Outputs = 200;

    [Test]
    public void Predict_Spectrum_NeedsFewComponentsAndCoversBothLevels()
    {
        TrainingSet known = Spectra(600, 1);
        var fitted = (FittedPrincipalComponents)new PrincipalComponentEmulator(new InterpolationEmulator()).Fit(known, Context());
        fitted.Components.Count.Should().BeInRange(3, 15);
        CalibrationReport report = CalibrationReport.Of(fitted, Spectra(2000, 2));
        report.Answered.Should().BeGreaterThan(1980);
        report.RootMeanSquareError.Should().BeLessThan(0.01 * report.OutputDeviation);

        // 120 calibration points: two binomial standard errors are 0.085 and 0.04.
        report.Levels[0].Coverage.Should().BeApproximately(0.6827, 0.1);
        report.Levels[1].Coverage.Should().BeApproximately(0.9545, 0.045);
    }

    [Test]
    public void Predict_FewerComponents_ErrsMoreAndSaysSo()
    {
        TrainingSet known = Spectra(600, 1);
        IFittedEmulator fine = new PrincipalComponentEmulator(new InterpolationEmulator()).Fit(known, Context());
        IFittedEmulator rough = new PrincipalComponentEmulator(new InterpolationEmulator(), new PrincipalComponentOptions { MaximumComponents = 2 }).Fit(known, Context());
        var y = new double[Outputs];
        rough.Predict([0.4], y).Should().BeGreaterThan(10 * fine.Predict([0.4], y));
        fine.Predict([2], y).Should().Be(double.PositiveInfinity, "it is outside");
    }

    [Test]
    public void Fit_HeldOutPoints_CalibratesOnThem()
    {
        (TrainingSet training, TrainingSet heldOut) = Spectra(800, 3).Split(0.5, new RandomStream(1));
        IFittedEmulator fitted = new PrincipalComponentEmulator(new InterpolationEmulator()).Fit(training, heldOut, Context());
        CalibrationReport.Of(fitted, Spectra(2000, 4)).Levels[1].Coverage.Should().BeApproximately(0.9545, 0.035);
    }

    [Test]
    public void Of_MoreOutputsThanPoints_FindsOrthonormalDirectionsThatGiveThePointsBack()
    {
        TrainingSet few = Spectra(40, 6);
        PrincipalComponents components = ComponentSearch.Of(few, new PrincipalComponentOptions { ExplainedVariance = 1 - 1e-12 }, Context());
        components.Count.Should().BeInRange(3, 39);
        for (int k = 0; k < components.Count; k++)
        {
            for (int l = 0; l <= k; l++)
                components.Directions[k].Zip(components.Directions[l], (a, b) => a * b).Sum().Should().BeApproximately(k == l ? 1 : 0, 1e-6);
        }

        var output = new double[Outputs];
        components.Expand(components.Compress(few).Output(7), output);
        for (int c = 0; c < Outputs; c++)
            output[c].Should().BeApproximately(few.Output(7)[c], 1e-4);
    }

    [Test]
    public void Of_ManyPointsAndOutputs_FindsTheLeadingComponentsAlone()
    {
        TrainingSet known = Noisy(260, 220);
        var options = new PrincipalComponentOptions { MaximumComponents = 8, ExplainedVariance = 1 };

        PrincipalComponents leading = ComponentSearch.Of(known, options, Context());
        PrincipalComponents all = ComponentSearch.Of(known, options with { MaximumComponents = 200 }, Context());

        leading.Count.Should().Be(8);
        all.Count.Should().Be(200);
        double[] found = Variances(leading.Compress(known)), exact = Variances(all.Compress(known));
        for (int k = 0; k < 8; k++)
        {
            found[k].Should().BeApproximately(exact[k], 0.01 * exact[k]);
            leading.Directions[k].Zip(leading.Directions[0], (a, b) => a * b).Sum().Should().BeApproximately(k == 0 ? 1 : 0, 1e-9);
        }

        Math.Abs(leading.Directions[0].Zip(all.Directions[0], (a, b) => a * b).Sum()).Should().BeApproximately(1, 1e-6);
    }

    [Test]
    public void PredictBatch_Spectra_AnswersAsOneByOne()
    {
        IFittedEmulator fitted = new PrincipalComponentEmulator(new InterpolationEmulator()).Fit(Spectra(300, 1), Context());
        double[] x = [-1, 0.2, 0.31, 0.9];
        var values = new double[4 * Outputs];
        var errors = new double[4];
        fitted.PredictBatch(x, values, errors);
        var one = new double[Outputs];
        for (int i = 0; i < 4; i++)
        {
            errors[i].Should().Be(fitted.Predict([x[i]], one));
            one.Should().Equal(values[(i * Outputs)..((i + 1) * Outputs)], (a, b) => a.Equals(b));
        }

        FluentActions.Invoking(() => fitted.PredictBatch(x, new double[3], new double[4])).Should().Throw<ArgumentException>().WithMessage("*4 points of 200 outputs need 800*");
    }

    [Test]
    public void Fit_ConstantOutputs_PredictsThem()
    {
        var x = new double[200];
        new RandomStream(1).FillUniform(x);
        IFittedEmulator fitted = new PrincipalComponentEmulator(new InterpolationEmulator()).Fit(new TrainingSet(x, Enumerable.Repeat(3.0, 400).ToArray(), 1, 2), Context());
        var y = new double[2];
        fitted.Predict([0.5], y).Should().BeLessThan(1e-6);
        y.Should().Equal(3, 3);
    }

    [Test]
    public void Constructor_BadOption_IsNamed() =>
        FluentActions.Invoking(() => new PrincipalComponentEmulator(new InterpolationEmulator(), new PrincipalComponentOptions { ExplainedVariance = 0 }))
            .Should().Throw<ArgumentException>().WithMessage("*ExplainedVariance is 0*above 0, up to 1*");

    private static FitContext Context() => new(new RandomStream(5));

    private static double[] Variances(TrainingSet scores) =>
        [.. Enumerable.Range(0, scores.OutputDimension).Select(k => Enumerable.Range(0, scores.Count).Sum(i => scores.Output(i)[k] * scores.Output(i)[k]))];

    /// <summary>Outputs whose directions have standard deviations that fall by a quarter each, down to noise.</summary>
    private static TrainingSet Noisy(int count, int outputs)
    {
        var random = new RandomStream(8);
        var y = new double[count * outputs];
        for (int i = 0; i < count; i++)
        {
            for (int k = 0; k < 20; k++)
            {
                double amplitude = Math.Pow(0.75, k) * random.NextNormal();
                for (int c = 0; c < outputs; c++)
                    y[(i * outputs) + c] += amplitude * Math.Cos(Math.PI * (k + 1) * (c + 0.5) / outputs);
            }

            for (int c = 0; c < outputs; c++)
                y[(i * outputs) + c] += 1e-3 * random.NextNormal();
        }

        return new TrainingSet(new double[count], y, 1, outputs);
    }

    /// <summary>A line that moves and broadens with the input.</summary>
    private static TrainingSet Spectra(int count, long seed)
    {
        var x = new double[count];
        new RandomStream(seed).FillUniform(x);
        double[] y = [.. x.SelectMany(v => Enumerable.Range(0, Outputs).Select(c =>
            Math.Exp(-0.5 * Math.Pow(((c / (double)Outputs) - 0.3 - (0.4 * v)) / (0.1 + (0.05 * v)), 2))))];
        return new TrainingSet(x, y, 1, Outputs);
    }
}
