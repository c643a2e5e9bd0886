using MathNet.Numerics.Distributions;
using Microsoft.Extensions.DependencyInjection;
using Shared.Tensors;

namespace Layg.Tests.Adaptation;

public sealed class AdaptiveErrorEmulatorTests
{
    private const double Level = 0.9545;

    // What a fake emulator says of an error with the deviation 1: two of them.
    private const double Claimed = 2;

    [Test]
    public void Insert_ErrorsThatGrow_AreCoveredAllTheSame()
    {
        var random = new RandomStream(1);
        (double plain, double adaptive, _) = Course(2000, i => random.NextNormal() * (1 + i / 500.0));
        plain.Should().BeLessThan(0.65, "the errors become five times those that are predicted");
        adaptive.Should().BeInRange(0.93, 0.97);
    }

    // Whatever the distribution: the correction sees to the share in the long run.
    [Test]
    public void Insert_HeavyTails_ComeToTheStatedShare()
    {
        var random = new RandomStream(2);
        (double plain, double adaptive, _) = Course(20_000, _ => 2 * StudentT.InvCDF(0, 1, 2, random.NextDouble()));
        plain.Should().BeLessThan(0.65);
        adaptive.Should().BeApproximately(Level, 0.01);
    }

    [Test]
    public void Insert_ErrorsAsPredicted_AreHardlyWidened()
    {
        var random = new RandomStream(3);
        (double plain, double adaptive, double inflation) = Course(20_000, _ => random.NextNormal());
        plain.Should().BeApproximately(Level, 0.005);
        adaptive.Should().BeInRange(Level - 0.005, 0.98);
        inflation.Should().BeInRange(1, 1.2);
    }

    [Test]
    public void Insert_OneWildPoint_IsForgotten()
    {
        IAdaptiveEmulator fitted = Fit(new FakeEmulator(Claimed));
        for (int i = 0; i < 30; i++)
            fitted = Insert(fitted, i, 0.5);
        double calm = fitted.Inflation;
        fitted = Insert(fitted, 31, 1e12);
        fitted.Inflation.Should().BeInRange(1.5 * calm, 4 * calm);
        for (int i = 0; i < 40; i++)
            fitted = Insert(fitted, 40 + i, 0.5);
        fitted.Inflation.Should().BeLessThan(1.2 * calm);
    }

    [Test]
    public void Fit_AfterAnotherFit_GoesOnWithWhatComparisonsSaid()
    {
        var emulator = new AdaptiveErrorEmulator(new FakeEmulator(Claimed));
        IAdaptiveEmulator first = Fit(emulator);
        (first.Inflation, first.Comparisons).Should().Be((first.Inflation, 0));
        for (int i = 0; i < 12; i++)
            first = Insert(first, i, 5);
        var second = (IAdaptiveEmulator)emulator.Fit(Points(), Context() with { Previous = first });
        (second.Inflation, second.Comparisons).Should().Be((first.Inflation, 12));
        second.Inflation.Should().BeGreaterThan(2.5);
    }

    [Test]
    public void Fit_Inner_GetsItsOwnPreviousFit()
    {
        var inner = new FakeEmulator(Claimed);
        IAdaptiveEmulator first = Fit(inner);
        IFittedEmulator? previous = null;
        inner.OnFit = context => previous = context.Previous;
        new AdaptiveErrorEmulator(inner).Fit(Points(), Context() with { Previous = first });
        previous.Should().BeSameAs(first.Inner);
    }

    // A learner inserts held-out points after the fit; the error model has seen them.
    [Test]
    public void Insert_HeldOutPoint_IsNoComparison()
    {
        TrainingSet heldOut = TrainingSet.FromRows([[7.0], [8.0]], [[9.0], [9.0]]);
        var fitted = (IAdaptiveEmulator)new AdaptiveErrorEmulator(new FakeEmulator(Claimed)).Fit(Points(), heldOut, Context());
        Insert(Insert(fitted, 7, 9), 8, 9).Comparisons.Should().Be(0);
        Insert(fitted, 9, 9).Comparisons.Should().Be(1);
    }

    [Test]
    public void Insert_NoPrediction_IsNoComparisonButIsLearnt()
    {
        IAdaptiveEmulator fitted = Fit(new MemorisingEmulator(0.1));
        fitted = Insert(fitted, 50, 3);
        fitted.Comparisons.Should().Be(0);
        var y = new double[1];
        fitted.Predict([50], y).Should().Be(0);
        y[0].Should().Be(3);
    }

    [Test]
    public void PredictBatch_Inflated_EqualsPredictAndKeepsInfinity()
    {
        var inner = new FakeEmulator(x => 2 * x[0], x => x[0] > 3 ? double.PositiveInfinity : x[0]);
        IAdaptiveEmulator fitted = Insert(Fit(inner), 1, 9);
        var values = new double[4];
        var errors = new double[4];
        fitted.PredictBatch([1, 2, 3, 4], values, errors);
        var y = new double[1];
        errors.Should().Equal(Enumerable.Range(1, 4).Select(x => fitted.Predict([x], y)));
        errors.Should().Equal(fitted.Inflation, 2 * fitted.Inflation, 3 * fitted.Inflation, double.PositiveInfinity);
        values.Should().Equal(2, 4, 6, 8);
        fitted.Inflation.Should().BeGreaterThan(1);
    }

    [Test]
    public void ErrorScale_OtherShares_AscendsFromBelowOneToAbove()
    {
        IAdaptiveEmulator fitted = Insert(Fit(new FakeEmulator(Claimed)), 1, 5);
        fitted.DecisionLevel.Should().Be(Level);
        fitted.ErrorScale(Level).Should().BeApproximately(1, 1e-12);
        fitted.ErrorScale(0.6827).Should().BeInRange(0.2, 0.6);
        fitted.ErrorScale(0.99).Should().BeGreaterThan(1.2);
    }

    // The search moves to where the function is rougher than where the emulator was calibrated.
    [Test]
    public void Learner_SearchThatMoves_AnswersWithinItsErrors()
    {
        double plain = Covered(new FakeEmulator(Claimed));
        double adaptive = Covered(new AdaptiveErrorEmulator(new FakeEmulator(Claimed)));
        plain.Should().BeLessThan(0.8);
        adaptive.Should().BeGreaterThan(0.93);

        static double Covered(IEmulator emulator)
        {
            var noise = new RandomStream(5);
            Dictionary<double, double> truth = [];
            using Learner learner = Learner.Wrap(x => truth[x[0]], 1, emulator, new LearnerOptions
            {
                AbsoluteTolerance = 1000, InitialTrainingThreshold = 20, RetrainGrowth = 1.2, AuditProbability = 0.1,
            });
            int answered = 0, covered = 0;
            for (int i = 0; i < 2000; i++)
            {
                truth[i] = noise.NextNormal() * (1 + i / 500.0);
                Evaluation answer = learner.Evaluate([i]);
                answered += answer.IsExact ? 0 : 1;
                covered += !answer.IsExact && Math.Abs(answer.Value - truth[i]) <= answer.Error ? 1 : 0;
            }

            answered.Should().BeGreaterThan(1700);
            return (double)covered / answered;
        }
    }

    [Test]
    public void AddAdaptiveErrors_WrapsTheLastEmulatorOrTheNamedOne()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg(o => o.InitialTrainingThreshold = 2)
            .AddEmulator("one", _ => new FakeEmulator(_ => 1, _ => 0.001)).AddEmulator("two", _ => new FakeEmulator(_ => 2, _ => 0.001))
            .AddAdaptiveErrors().AddAdaptiveErrors(name: "other", inner: "one").Services.BuildServiceProvider();
        Emulated("adaptive").Should().Be(2);
        Emulated("other").Should().Be(1);
        FluentActions.Invoking(() => new ServiceCollection().AddLayg().AddAdaptiveErrors()).Should().Throw<InvalidOperationException>().WithMessage("*register an emulator before*");

        double Emulated(string name)
        {
            using Learner learner = services.GetRequiredService<LearnerFactory>().Wrap(x => x[0], 1, name);
            learner.Evaluate([1]);
            learner.Evaluate([2]);
            learner.Emulator.Should().BeAssignableTo<IAdaptiveEmulator>();
            return learner.Evaluate([3]).Value;
        }
    }

    [Test]
    public void Constructor_BadOption_NamesIt()
    {
        Make(new AdaptiveErrorOptions { Memory = 1 }).Should().Throw<ArgumentException>().WithMessage("*Memory is 1*at least 2*");
        Make(new AdaptiveErrorOptions { PriorWeight = 0 }).Should().Throw<ArgumentException>().WithMessage("*PriorWeight is 0*at least 1*");
        Make(new AdaptiveErrorOptions { StepSize = double.NaN }).Should().Throw<ArgumentException>().WithMessage("*StepSize is NaN*0 to 1*");
        Make(new AdaptiveErrorOptions { Level = 1 }).Should().Throw<ArgumentException>().WithMessage("*Level is 1*");

        static Action Make(AdaptiveErrorOptions options) => () => _ = new AdaptiveErrorEmulator(new MeanEmulator(), options);
    }

    /// <summary>How many errors lie within what the emulator claims, how many within what is made of it, and its mean inflation.</summary>
    private static (double Plain, double Adaptive, double Inflation) Course(int count, Func<int, double> error)
    {
        IAdaptiveEmulator fitted = Fit(new FakeEmulator(Claimed));
        int plain = 0, adaptive = 0;
        double inflation = 0;
        var y = new double[1];
        for (int i = 0; i < count; i++)
        {
            double miss = Math.Abs(error(i));
            plain += miss <= Claimed ? 1 : 0;
            adaptive += miss <= fitted.Predict([i], y) ? 1 : 0;
            inflation += fitted.Inflation / count;
            fitted = Insert(fitted, i, miss);
        }

        return ((double)plain / count, (double)adaptive / count, inflation);
    }

    private static IAdaptiveEmulator Fit(IEmulator inner) => (IAdaptiveEmulator)((inner as AdaptiveErrorEmulator) ?? new AdaptiveErrorEmulator(inner)).Fit(Points(), Context());

    private static IAdaptiveEmulator Insert(IAdaptiveEmulator fitted, double x, double y) => (IAdaptiveEmulator)fitted.Insert([x], [y]);

    private static FitContext Context() => new(new RandomStream(4));

    private static TrainingSet Points() => TrainingSet.FromRows([[-1.0], [-2.0], [-3.0], [-4.0]], [[0.0], [0.0], [0.0], [0.0]]);
}
