using FsCheck;
using FsCheck.Fluent;
using Layg.Sampling;
using Shared.Tensors;

namespace Layg.Tests.Sampling;

public sealed class MoveTests
{
    private static IEnumerable<TestCaseData> Moves()
    {
        yield return Case("stretch", new StretchMove());
        yield return Case("stretch, a = 4", new StretchMove(4));
        yield return Case("differential evolution", new DifferentialEvolutionMove());
        yield return Case("differential evolution, scale 0.5", new DifferentialEvolutionMove(scale: 0.5, noise: 0.1));
        yield return Case("walk", new WalkMove());
        yield return Case("walk, 3 helpers", new WalkMove(helpers: 3));
        yield return Case("isotropic", GaussianMove.Isotropic(1.5));
        yield return Case("diagonal", GaussianMove.Diagonal([1, 2]));
        yield return Case("covariance", GaussianMove.FromCovariance(new[,] { { 2.0, 1.5 }, { 1.5, 2.0 } }));

        static TestCaseData Case(string name, IEnsembleMove move) => new TestCaseData(move).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Moves))]
    public void Run_AnyMove_LeavesANormalDensityInvariant(IEnsembleMove move)
    {
        // Covariance [[1, 0.6], [0.6, 1]]; tolerances are five standard deviations of the Monte-Carlo error.
        ILogDensity density = LogDensity.FromFunction(2, x => -0.5 * (x[0] * x[0] - 1.2 * x[0] * x[1] + x[1] * x[1]) / 0.64);
        var sampler = new EnsembleSampler(density, new EnsembleOptions { Seed = 4, Moves = [new(move)] });

        Chain chain = sampler.Run(Targets.Start(20, 2), 6000);

        AutocorrelationTime time = chain.AutocorrelationTime(500);
        time.IsTrustworthy.Should().BeTrue();
        double samples = time.EffectiveSampleSizes.Min();
        SampleSet set = chain.Flatten(500);
        set.Mean()[0].Should().BeApproximately(0, 5 / Math.Sqrt(samples));
        set.Mean()[1].Should().BeApproximately(0, 5 / Math.Sqrt(samples));
        set.Covariance()[0, 0].Should().BeApproximately(1, 5 * Math.Sqrt(2 / samples));
        set.Covariance()[1, 1].Should().BeApproximately(1, 5 * Math.Sqrt(2 / samples));
        set.Covariance()[0, 1].Should().BeApproximately(0.6, 5 * Math.Sqrt(1.36 / samples));
        chain.RHat(500).Should().OnlyContain(value => value < 1.02);
    }

    private static IEnumerable<TestCaseData> AffineMoves()
    {
        yield return new TestCaseData(new StretchMove()).SetArgDisplayNames("stretch");
        yield return new TestCaseData(new WalkMove()).SetArgDisplayNames("walk");
        yield return new TestCaseData(new DifferentialEvolutionMove(noise: 0)).SetArgDisplayNames("differential evolution");
    }

    [TestCaseSource(nameof(AffineMoves))]
    public void Run_TransformedTarget_GivesTheTransformedChain(IEnsembleMove move)
    {
        Gen<(double Stretch, double Shrink, double Shear, double Offset)> maps =
            from stretch in Gen.Choose(1, 50)
            from shrink in Gen.Choose(1, 700)
            from shear in Gen.Choose(-20, 20)
            from offset in Gen.Choose(-100, 100)
            select ((double)stretch, shrink / 100.0, (double)shear, (double)offset);
        Prop.ForAll(maps.ToArbitrary(), map => IsEquivariant(move, map.Stretch, map.Shrink, map.Shear, map.Offset)).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Run_TwoMoves_MakesThemByWeight()
    {
        var first = new CountingMove();
        var second = new CountingMove();
        var options = new EnsembleOptions { Moves = [new(first, 3), new(second, 1)] };

        new EnsembleSampler(Targets.Normal(1), options).Run(Targets.Start(2, 1), 4000);

        // Binomial with 4000 steps and p = 3/4: standard deviation 27 steps.
        (first.Proposals + second.Proposals).Should().Be(8000);
        ((double)first.Proposals / 2).Should().BeApproximately(3000, 140);
    }

    [Test]
    public void Propose_UserMoveWithNonFiniteProposal_EndsTheRunAndNamesTheWalker()
    {
        var bad = new EnsembleSampler(Targets.Normal(1), new EnsembleOptions { Moves = [new(new BrokenMove(double.PositiveInfinity, 0))] });
        var worse = new EnsembleSampler(Targets.Normal(1), new EnsembleOptions { Moves = [new(new BrokenMove(0, double.NaN))] });

        FluentActions.Invoking(() => bad.Run(Targets.Start(4, 1), 1)).Should().Throw<InvalidOperationException>().WithMessage("*BrokenMove*walker*");
        FluentActions.Invoking(() => worse.Run(Targets.Start(4, 1), 1)).Should().Throw<InvalidOperationException>().WithMessage("*BrokenMove*NaN*walker*");
    }

    [TestCase(1.0)]
    [TestCase(0.5)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void StretchMove_BadScale_Throws(double scale) =>
        FluentActions.Invoking(() => new StretchMove(scale)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("maxScale");

    [Test]
    public void Moves_BadSettings_Throw()
    {
        Throws(() => new DifferentialEvolutionMove(scale: 0), "scale");
        Throws(() => new DifferentialEvolutionMove(noise: -1), "noise");
        Throws(() => new WalkMove(1), "helpers");
        Throws(() => GaussianMove.Isotropic(0), "standardDeviation");
        Throws(() => GaussianMove.Diagonal([1, double.NaN]), "standardDeviations");
        Throws(() => GaussianMove.Diagonal([]), "covariance");
        Throws(() => GaussianMove.FromCovariance(new double[2, 3]), "covariance");
        Throws(() => GaussianMove.FromCovariance(new[,] { { 1.0, 2 }, { 2, 1 } }), "covariance");
        Throws(() => GaussianMove.FromCovariance(new[,] { { 1.0, 0.5 }, { 0.4, 1 } }), "covariance");
        Throws(() => GaussianMove.FromCovariance(new[,] { { double.NaN } }), "covariance");

        static void Throws(Func<object> make, string parameter) =>
            FluentActions.Invoking(make).Should().Throw<ArgumentException>().WithParameterName(parameter);
    }

    [Test]
    public void Start_EnsembleTooSmallForTheMove_SaysWhatItNeeds()
    {
        ShouldRefuse(new DifferentialEvolutionMove(), walkers: 3, "*at least 4 walkers*");
        ShouldRefuse(new WalkMove(), walkers: 3, "*at least 2 walkers in each half, not 1*");
        ShouldRefuse(new WalkMove(5), walkers: 8, "*at least 5 walkers in each half, not 4*");
        ShouldRefuse(GaussianMove.Diagonal([1, 1]), walkers: 8, "*dimension 2*dimension 1*");

        static void ShouldRefuse(IEnsembleMove move, int walkers, string message) =>
            FluentActions.Invoking(() => new EnsembleSampler(Targets.Normal(1), new EnsembleOptions { Moves = [new(move)] }).Start(Targets.Start(walkers, 1)))
                .Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Test]
    public void DifferentialEvolutionMove_TwoOthers_GoesBothWaysAndJumpsOnceInTen()
    {
        var random = new RandomStream(6);
        var proposal = new double[1];
        var found = new SortedDictionary<double, int>();
        const int Count = 20000;
        for (int i = 0; i < Count; i++)
        {
            new DifferentialEvolutionMove(scale: 0.5, noise: 0).Propose(new MoveContext(0, [0], [10, 12], [1, 2], random), proposal);
            found[proposal[0]] = found.GetValueOrDefault(proposal[0]) + 1;
        }

        // Five standard deviations of a binomial count.
        found.Keys.Should().Equal(-2, -1, 1, 2);
        found[-2].Should().BeCloseTo(1000, 155);
        found[2].Should().BeCloseTo(1000, 155);
        found[-1].Should().BeCloseTo(9000, 350);
        found[1].Should().BeCloseTo(9000, 350);
    }

    [Test]
    public void DifferentialEvolutionMove_NoScaleGiven_TakesTheOneForTheDimension()
    {
        var random = new RandomStream(6);
        var lengths = new HashSet<double>();
        var proposal = new double[2];
        for (int i = 0; i < 100; i++)
        {
            new DifferentialEvolutionMove(noise: 0).Propose(new MoveContext(0, [0, 0], [0, 0, 1, 0], [1, 2], random), proposal);
            lengths.Add(Math.Abs(proposal[0]));
        }

        lengths.Should().BeEquivalentTo([1.19, 1]);
    }

    [Test]
    public void WalkMove_SomeHelpers_StepHasTheirCovariance()
    {
        // The sample variance of 3 helpers out of 4, over all choices, is on average that of the four.
        double[] others = [0, 0.1, 0.3, 1];
        double mean = others.Average();
        double variance = others.Sum(x => (x - mean) * (x - mean)) / 3;
        var random = new RandomStream(8);
        var proposal = new double[1];
        double sum = 0, square = 0;
        const int Count = 40000;
        for (int i = 0; i < Count; i++)
        {
            new WalkMove(3).Propose(new MoveContext(0, [5], others, [1, 2, 3, 4], random), proposal).Should().Be(0);
            sum += proposal[0] - 5;
            square += (proposal[0] - 5) * (proposal[0] - 5);
        }

        (sum / Count).Should().BeApproximately(0, 5 * Math.Sqrt(variance / Count));
        (square / Count).Should().BeApproximately(variance, 5 * variance * Math.Sqrt(4.0 / Count));
    }

    /// <summary>Whether the chain of a target transformed by y = A x + s, A lower triangular, is the transformed chain, to rounding.</summary>
    private static bool IsEquivariant(IEnsembleMove move, double stretch, double shrink, double shear, double offset)
    {
        // Few steps: rounding errors, which no acceptance holds in check, grow exponentially with their number.
        const int Steps = 25;
        LogDensityFunction target = x => -Math.Pow(x[0], 4) - 0.5 * x[1] * x[1] - 0.3 * x[0] * x[1];
        ILogDensity transformed = LogDensity.FromFunction(2, y =>
        {
            double x0 = (y[0] - offset) / stretch;
            return target([x0, (y[1] - offset - shear * x0) / shrink]);
        });
        double[][] start = Targets.Start(10, 2);
        double[][] image = [.. start.Select(Map)];
        var options = new EnsembleOptions { Seed = 2, Moves = [new(move)] };

        Chain plain = new EnsembleSampler(LogDensity.FromFunction(2, target), options).Run(start, Steps);
        Chain mapped = new EnsembleSampler(transformed, options).Run(image, Steps);

        for (int step = 0; step < Steps; step++)
        {
            for (int walker = 0; walker < 10; walker++)
            {
                double[] expected = Map(plain.Position(step, walker).ToArray());
                ReadOnlySpan<double> actual = mapped.Position(step, walker);
                if (Math.Abs(actual[0] - expected[0]) > 1e-8 || Math.Abs(actual[1] - expected[1]) > 1e-8)
                    return false;
            }
        }

        return plain.AcceptanceFraction > 0.1;

        double[] Map(double[] x) => [stretch * x[0] + offset, shear * x[0] + shrink * x[1] + offset];
    }

    private sealed class CountingMove : IEnsembleMove
    {
        public int Proposals { get; private set; }

        public double Propose(in MoveContext context, Span<double> proposal)
        {
            Proposals++;
            context.Current.CopyTo(proposal);
            return 0;
        }
    }

    private sealed class BrokenMove(double coordinate, double factor) : IEnsembleMove
    {
        public double Propose(in MoveContext context, Span<double> proposal)
        {
            proposal.Fill(coordinate);
            return factor;
        }
    }
}
