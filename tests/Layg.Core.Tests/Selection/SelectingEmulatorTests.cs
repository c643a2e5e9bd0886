using Microsoft.Extensions.DependencyInjection;
using Shared.Tensors;

namespace Layg.Tests.Selection;

public sealed class SelectingEmulatorTests
{
    private static readonly EmulatorCandidate Mean = new("mean", new MeanEmulator());
    private static readonly EmulatorCandidate Lines = new("lines", new InterpolationEmulator(new InterpolationOptions { Form = InterpolationForm.Linear }));
    private static readonly EmulatorCandidate Curves = new("curves", new InterpolationEmulator());

    [Test]
    public void Fit_SmoothFunction_ChoosesTheCubicAndShowsAllScores()
    {
        var chosen = (ISelectedEmulator)new SelectingEmulator([Mean, Lines, Curves]).Fit(Points(x => Math.Sin(10 * x), 1), Context());
        chosen.Name.Should().Be("curves");
        chosen.Scores.Select(score => score.Name).Should().Equal("curves", "lines", "mean");
        chosen.Scores.Select(score => score.Loss).Should().BeInAscendingOrder();
        chosen.Scores[0].RootMeanSquareError.Should().BeLessThan(1e-3);
        chosen.Scores[0].Coverage.Should().BeInRange(0.9, 1);
        var y = new double[1];
        chosen.Predict([0.4], y).Should().BeLessThan(1e-3);
        y[0].Should().BeApproximately(Math.Sin(4), 1e-3);
        chosen.DecisionLevel.Should().Be(0.9545);
    }

    [Test]
    public void Fit_RefusingCandidate_LosesAgainstOneThatAnswers()
    {
        var chosen = (ISelectedEmulator)new SelectingEmulator([new("refusing", FakeEmulator.Refusing()), Lines]).Fit(Points(x => x, 1), Context());
        chosen.Name.Should().Be("lines");
        chosen.Scores[1].Answered.Should().Be(0);
    }

    [Test]
    public void Fit_CandidateThatCannot_IsPassedOverWithItsReason()
    {
        var chosen = (ISelectedEmulator)new SelectingEmulator([Curves, Mean]).Fit(Points(x => x, 2), Context());
        chosen.Name.Should().Be("mean");
        chosen.Scores[1].Failure.Should().Contain("one variable");
        chosen.Scores[1].Loss.Should().Be(double.PositiveInfinity);
    }

    [Test]
    public void Fit_NoCandidateCan_SaysWhyForEach() =>
        FluentActions.Invoking(() => new SelectingEmulator([Curves, Lines]).Fit(Points(x => x, 2), Context()))
            .Should().Throw<EmulatorFitException>().WithMessage("None of the 2 candidates*curves: *one variable*lines: *");

    [Test]
    public void Constructor_BadCandidates_Throws()
    {
        FluentActions.Invoking(() => new SelectingEmulator([])).Should().Throw<ArgumentException>().WithMessage("*at least one*");
        FluentActions.Invoking(() => new SelectingEmulator([Mean, Mean])).Should().Throw<ArgumentException>().WithMessage("*names must differ*");
        FluentActions.Invoking(() => new SelectingEmulator([Mean], new SelectionOptions { Folds = 1 })).Should().Throw<ArgumentException>().WithMessage("*Folds is 1*2 to 100*");
    }

    [Test]
    public void AddSelection_Learner_ShowsWhatWasChosen()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg(o => o.InitialTrainingThreshold = 400)
            .AddEmulator<MeanEmulator>("mean").AddInterpolation().AddSelection().Services.BuildServiceProvider();
        using Learner learner = services.GetRequiredService<LearnerFactory>().Wrap(x => Math.Sin(9 * x[0]), 1);
        var random = new RandomStream(2);
        for (int i = 0; i < 400; i++)
            learner.Evaluate([random.NextDouble()]);
        ((ISelectedEmulator)learner.Emulator!).Name.Should().Be("interpolation");
        learner.Evaluate([0.5]).Source.Should().Be(EvaluationSource.Emulated);
        FluentActions.Invoking(() => new ServiceCollection().AddLayg().AddSelection()).Should().Throw<InvalidOperationException>().WithMessage("*register emulators before*");
    }

    [Test]
    public void Fit_Again_TheChosenGoesOnFromItsOwnFitAndTheScoresDoNot()
    {
        List<IFittedEmulator?> right = [], wrong = [];
        var good = new FakeEmulator(x => x[0], _ => 0.01) { OnFit = context => right.Add(context.Previous) };
        var bad = new FakeEmulator(5) { OnFit = context => wrong.Add(context.Previous) };
        var emulator = new SelectingEmulator([new("bad", bad), new("good", good)]);
        var first = (ISelectedEmulator)emulator.Fit(Points(x => x, 1), Context());

        emulator.Fit(Points(x => x, 1), Context() with { Previous = first });

        first.Name.Should().Be("good");
        right.Should().Equal(null, null, null, null, null, null, null, first.Chosen);
        wrong.Should().AllSatisfy(previous => previous.Should().BeNull("a fit to points that the fold is tested on would look better than it is"));
    }

    [Test]
    public void Fit_OtherCandidateWinsThanBefore_StartsAfresh()
    {
        List<IFittedEmulator?> previous = [];
        var late = new FakeEmulator(x => x[0], _ => 0.01) { OnFit = context => previous.Add(context.Previous) };
        IFittedEmulator first = new SelectingEmulator([Mean]).Fit(Points(x => x, 1), Context());

        var second = (ISelectedEmulator)new SelectingEmulator([Mean, new("late", late)]).Fit(Points(x => x, 1), Context() with { Previous = first });

        second.Name.Should().Be("late");
        previous.Should().HaveCount(4).And.AllSatisfy(one => one.Should().BeNull());
    }

    private static FitContext Context() => new(new RandomStream(4));

    private static TrainingSet Points(Func<double, double> function, int dimension)
    {
        var x = new double[600 * dimension];
        new RandomStream(5).FillUniform(x);
        double[] y = [.. Enumerable.Range(0, 600).Select(i => function(x[i * dimension]))];
        return new TrainingSet(x, y, dimension, 1);
    }
}
