using Layg.Sampling;

namespace Layg.Tests.Sampling;

public sealed class EnsembleSamplerTests
{
    [Test]
    public void Run_SameSeed_GivesTheSameChain()
    {
        double[][] start = Targets.Start(10, 2);
        Chain first = Sampler(seed: 3).Run(start, 50);
        Chain second = Sampler(seed: 3).Run(start, 50);
        Chain other = Sampler(seed: 4).Run(start, 50);

        second.Positions.ToArray().Should().Equal(first.Positions.ToArray());
        other.Positions.ToArray().Should().NotEqual(first.Positions.ToArray());
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(-1)]
    public void Run_AnyNumberOfThreads_GivesTheSameChain(int threads)
    {
        double[][] start = Targets.Start(11, 2);
        var options = new EnsembleOptions { Seed = 1, Moves = [new(new StretchMove()), new(new WalkMove()), new(new DifferentialEvolutionMove())] };
        Chain one = new EnsembleSampler(Blobbed(1), options).Run(start, 200);
        Chain many = new EnsembleSampler(Blobbed(threads), options).Run(start, 200);

        many.Positions.ToArray().Should().Equal(one.Positions.ToArray());
        many.LogDensities.ToArray().Should().Equal(one.LogDensities.ToArray());
        many.Blobs.ToArray().Should().Equal(one.Blobs.ToArray());
    }

    [Test]
    public void Run_ManyRunsOfOneSamplerAtATime_DoNotDisturbEachOther()
    {
        var sampler = Sampler(seed: 3);
        double[][] start = Targets.Start(10, 2);
        double[] expected = sampler.Run(start, 300).Positions.ToArray();
        var found = new double[8][];

        Parallel.For(0, found.Length, i => found[i] = sampler.Run(start, 300).Positions.ToArray());

        found.Should().OnlyContain(positions => positions.SequenceEqual(expected));
    }

    [Test]
    public void Run_Blobs_BelongToTheStoredPositions()
    {
        Chain chain = new EnsembleSampler(Blobbed(1)).Run(Targets.Start(10, 2), 100);

        chain.BlobNames.Should().Equal("sum", "product");
        for (int step = 0; step < chain.Steps; step++)
        {
            for (int walker = 0; walker < chain.Walkers; walker++)
            {
                ReadOnlySpan<double> x = chain.Position(step, walker);
                chain.Blob(step, walker).ToArray().Should().Equal(x[0] + x[1], x[0] * x[1]);
                chain.LogDensity(step, walker).Should().Be(-0.5 * Targets.Dot(x, x));
            }
        }

        SampleSet set = chain.Flatten(discard: 10, thin: 3);
        double[] sums = set.Blob("sum");
        for (int i = 0; i < set.Count; i++)
            sums[i].Should().Be(set[i][0] + set[i][1]);
    }

    [Test]
    public void Run_RejectedProposal_RepeatsThePosition()
    {
        Chain chain = Sampler().Run(Targets.Start(10, 2), 200);
        var moved = new int[10];
        double[][] before = Targets.Start(10, 2);
        for (int step = 0; step < chain.Steps; step++)
        {
            for (int walker = 0; walker < 10; walker++)
            {
                double[] now = chain.Position(step, walker).ToArray();
                moved[walker] += now.SequenceEqual(before[walker]) ? 0 : 1;
                before[walker] = now;
            }
        }

        chain.AcceptanceFractions.Should().Equal(moved.Select(count => count / 200.0));
        chain.AcceptanceFraction.Should().BeApproximately(moved.Average() / 200, 1e-15);
    }

    [TestCase(3, 100, 33)]
    [TestCase(7, 6, 0)]
    public void Run_Thinned_StoresTheLastOfEachGroup(int thin, int steps, int stored)
    {
        double[][] start = Targets.Start(10, 2);
        Chain all = Sampler().Run(start, steps);
        Chain thinned = new EnsembleSampler(Targets.Normal(2), new EnsembleOptions { Thin = thin }).Run(start, steps);

        thinned.Steps.Should().Be(stored);
        thinned.StepsMade.Should().Be(steps);
        thinned.Thin.Should().Be(thin);
        thinned.AcceptanceFraction.Should().Be(all.AcceptanceFraction);
        thinned.Positions.ToArray().Should().Equal(all.Flatten(thin: thin).Values.ToArray());
        thinned.Last.Positions.ToArray().Should().Equal(all.Last.Positions.ToArray());
    }

    [TestCase(1)]
    [TestCase(4)]
    public void Continue_StoppedRun_IsAsIfItHadNeverStopped(int thin)
    {
        double[][] start = Targets.Start(10, 2);
        var sampler = new EnsembleSampler(Blobbed(1), new EnsembleOptions { Seed = 2, Thin = thin, Moves = [new(new StretchMove()), new(new WalkMove())] });
        Chain whole = sampler.Run(start, 100);

        Chain parts = sampler.Continue(sampler.Continue(sampler.Run(start, 33), 2), 65);

        ShouldBeTheSame(parts, whole);
    }

    [Test]
    public void Continue_OldChain_IsNotChanged()
    {
        var sampler = Sampler();
        Chain chain = sampler.Run(Targets.Start(10, 2), 20);
        double[] before = chain.Positions.ToArray();

        sampler.Continue(chain, 20);

        chain.Steps.Should().Be(20);
        chain.Positions.ToArray().Should().Equal(before);
    }

    [Test]
    public void Run_FromTheLastState_MakesTheRestOfTheChain()
    {
        double[][] start = Targets.Start(10, 2);
        Chain whole = Sampler(seed: 7).Run(start, 60);
        Chain first = Sampler(seed: 7).Run(start, 25);

        // Another seed: the state brings its own streams.
        Chain rest = Sampler(seed: 8).Run(EnsembleState.FromJson(first.Last.ToJson()), 35);

        rest.Steps.Should().Be(35);
        rest.Positions.ToArray().Should().Equal(whole.Positions[(25 * 20)..].ToArray());
        rest.Last.Step.Should().Be(60);
    }

    [Test]
    public void Advance_ByAndBy_KeepsEarlierChainsUnchanged()
    {
        double[][] start = Targets.Start(10, 2);
        EnsembleRun run = Sampler().Start(start);
        run.Advance(10).Should().BeTrue();
        Chain early = run.Chain;
        double[] before = early.Positions.ToArray();
        for (int i = 0; i < 9; i++)
            run.Advance(10);

        ShouldBeTheSame(run.Chain, Sampler().Run(start, 100));
        early.Steps.Should().Be(10);
        early.Positions.ToArray().Should().Equal(before);
    }

    [Test]
    public void Run_FixedSplit_MovesTheFirstHalfAgainstTheSecond()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var move = new RecordingMove(seen);
        new EnsembleSampler(Targets.Normal(1), new EnsembleOptions { Split = EnsembleSplit.Fixed, Moves = [new(move)] }).Run(Targets.Start(5, 1), 10);
        seen.Should().BeEquivalentTo("0|3,4", "1|3,4", "2|3,4", "3|0,1,2", "4|0,1,2");

        seen.Clear();
        new EnsembleSampler(Targets.Normal(1), new EnsembleOptions { Moves = [new(move)] }).Run(Targets.Start(5, 1), 200);
        // Of 5 walkers, 2 or 3 others: every walker meets each of the C(4,2) pairs and C(4,3) triples, 5 · (6 + 4).
        seen.Should().HaveCount(50);
    }

    [Test]
    public void Run_HalfOfTheSpaceImpossible_NeverGoesThere()
    {
        ILogDensity density = LogDensity.FromFunction(1, x => x[0] < 0 ? double.NegativeInfinity : -x[0]);
        double[][] start = [.. Targets.Start(10, 1).Select((_, i) => new[] { i == 0 ? -1 : 0.1 + i })];

        Chain chain = new EnsembleSampler(density, new EnsembleOptions { Seed = 3 }).Run(start, 4000);

        chain.Flatten(discard: 100).Parameter(0).Should().OnlyContain(x => x >= 0);
        // Exponential of mean 1: the error is about sqrt(tau / 39000) with tau near 20.
        chain.Flatten(discard: 100).Mean()[0].Should().BeApproximately(1, 0.12);
    }

    [Test]
    public void Run_ZeroSteps_GivesAnEmptyChain()
    {
        Chain chain = Sampler().Run(Targets.Start(10, 2), 0);

        chain.Steps.Should().Be(0);
        chain.IsComplete.Should().BeTrue();
        chain.AcceptanceFraction.Should().Be(double.NaN);
        chain.Flatten().Count.Should().Be(0);
        chain.AutocorrelationTime().IsTrustworthy.Should().BeFalse();
        chain.Last.Position(3).ToArray().Should().Equal(Targets.Start(10, 2)[3]);
    }

    [Test]
    public void Run_Progress_IsToldAfterEveryStep()
    {
        var reports = new List<SamplerProgress>();
        Chain chain = Sampler().Run(Targets.Start(10, 2), 5, new ListProgress(reports));

        reports.Select(report => report.Step).Should().Equal(1, 2, 3, 4, 5);
        reports.Should().OnlyContain(report => report.Steps == 5);
        reports[^1].AcceptanceFraction.Should().Be(chain.AcceptanceFraction);
    }

    [Test]
    public void Advance_StoringNothing_AllocatesNothingPerStep()
    {
        var moves = new WeightedMove[] { new(new StretchMove()), new(new WalkMove()), new(new WalkMove(3)), new(new DifferentialEvolutionMove()), new(GaussianMove.Isotropic(1)) };
        EnsembleRun run = new EnsembleSampler(Targets.Normal(2), new EnsembleOptions { Thin = int.MaxValue, Moves = moves }).Start(Targets.Start(20, 2));
        Allocations.Of(() => run.Advance(2000)).Should().BeLessThan(2000, "that is less than a byte per step");
    }

    private static EnsembleSampler Sampler(long seed = 0) => new(Targets.Normal(2), new EnsembleOptions { Seed = seed });

    private static ILogDensity Blobbed(int threads) => LogDensity.FromFunction(
        2,
        ["sum", "product"],
        (x, blobs) =>
        {
            blobs[0] = x[0] + x[1];
            blobs[1] = x[0] * x[1];
            return -0.5 * Targets.Dot(x, x);
        },
        threads);

    private static void ShouldBeTheSame(Chain actual, Chain expected)
    {
        actual.Positions.ToArray().Should().Equal(expected.Positions.ToArray());
        actual.LogDensities.ToArray().Should().Equal(expected.LogDensities.ToArray());
        actual.Blobs.ToArray().Should().Equal(expected.Blobs.ToArray());
        actual.AcceptanceFractions.Should().Equal(expected.AcceptanceFractions);
        actual.StepsMade.Should().Be(expected.StepsMade);
        actual.Last.ToJson().Should().Be(expected.Last.ToJson());
    }

    private sealed class ListProgress(List<SamplerProgress> reports) : IProgress<SamplerProgress>
    {
        public void Report(SamplerProgress value) => reports.Add(value);
    }

    private sealed class RecordingMove(HashSet<string> seen) : IEnsembleMove
    {
        public double Propose(in MoveContext context, Span<double> proposal)
        {
            seen.Add($"{context.Walker}|{string.Join(',', context.OtherWalkers.ToArray())}");
            context.Current.CopyTo(proposal);
            return 0;
        }
    }
}
