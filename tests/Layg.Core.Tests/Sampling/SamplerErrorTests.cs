using Layg.Sampling;

namespace Layg.Tests.Sampling;

public sealed class SamplerErrorTests
{
    [Test]
    public void Start_UnsuitablePositions_SayWhichAndWhy()
    {
        ShouldRefuse([[1, 2]], "*at least 2 walkers, not 1*");
        ShouldRefuse([[1, 2], [2, 1], [0, 3]], "*3 walkers are too few in 2 dimensions: at least 4*");
        ShouldRefuse([[1, 2], [2, 1], [0, 3], [5]], "*walker 3 has 1 coordinates*dimension 2*");
        ShouldRefuse([[1, 2], [2, 1], [0, 3], null!], "*walker 3 is null*");
        ShouldRefuse([[1, 2], [2, double.NaN], [0, 3], [4, 4]], "*Coordinate 1*walker 1 is NaN*");
        ShouldRefuse([[1, 2], [2, 1], [double.NegativeInfinity, 3], [4, 4]], "*Coordinate 0*walker 2*");
        ShouldRefuse([[1, 2], [2, 2], [0, 2], [4, 2]], "*same coordinate 1*");
        ShouldRefuse([[1, 2], [2, 4], [0, 0], [4, 8]], "*condition number*");
        ShouldRefuse([[1, 2], [2, 4 + 1e-9], [0, 0], [4, 8]], "*condition number*");
    }

    [Test]
    public void Start_NearlyDegenerateButUsable_IsAccepted()
    {
        // Scales of 1e12 apart and an offset of 1e6 are no defect: columns are centred and scaled first.
        double[][] start = [.. Targets.Start(10, 2).Select(x => new[] { 1e6 + x[0], 1e12 * x[1] })];

        new EnsembleSampler(LogDensity.FromFunction(2, _ => 0)).Start(start).Chain.Steps.Should().Be(0);
    }

    [Test]
    public void Start_DegenerateWithOverride_RunsWithGaussianMoves()
    {
        var options = new EnsembleOptions { AllowDegenerateEnsemble = true, Moves = [new(GaussianMove.Isotropic(1))] };

        Chain chain = new EnsembleSampler(Targets.Normal(5), options).Run([new double[5], new double[5]], 100);

        chain.AcceptanceFraction.Should().BeGreaterThan(0.1);
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Run_InvalidLogDensity_NamesWalkerAndPoint(double value)
    {
        int calls = 0;
        ILogDensity density = LogDensity.FromFunction(2, x => ++calls == 33 ? value : -0.5 * Targets.Dot(x, x));
        EnsembleRun run = new EnsembleSampler(density).Start(Targets.Start(10, 2));

        InvalidLogDensityException error = FluentActions.Invoking(() => run.Advance(100)).Should().Throw<InvalidLogDensityException>().Which;

        error.Value.Should().Be(value);
        error.Walker.Should().BeInRange(0, 9);
        error.Point.Should().HaveCount(2);
        error.Message.Should().Contain($"walker {error.Walker}").And.Contain(error.Point[0].ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        // Ten calls for the start and ten per step: step 3 failed, and the run still has steps 1 and 2.
        run.Chain.Steps.Should().Be(2);
        run.Chain.IsComplete.Should().BeFalse();
        run.Advance(98).Should().BeTrue();
        run.Chain.Positions.ToArray().Should().Equal(new EnsembleSampler(Targets.Normal(2)).Run(Targets.Start(10, 2), 100).Positions.ToArray());
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Start_InvalidLogDensity_NamesTheWalker(double value)
    {
        double[][] start = Targets.Start(10, 2);
        double marked = start[6][0];
        ILogDensity density = LogDensity.FromFunction(2, x => x[0] == marked ? value : 0);

        FluentActions.Invoking(() => new EnsembleSampler(density).Start(start))
            .Should().Throw<InvalidLogDensityException>().Which.Walker.Should().Be(6);
    }

    [Test]
    public void Start_ImpossibleEverywhere_SaysSo() =>
        FluentActions.Invoking(() => new EnsembleSampler(LogDensity.FromFunction(2, _ => double.NegativeInfinity)).Start(Targets.Start(10, 2)))
            .Should().Throw<ArgumentException>().WithParameterName("start").WithMessage("*negative infinity*");

    [Test]
    public void Start_DensityThatForgetsToWrite_IsFoundOut() =>
        FluentActions.Invoking(() => new EnsembleSampler(new CancellationTests.FromBatch((_, _, _) => { })).Start(Targets.Start(10, 2)))
            .Should().Throw<InvalidLogDensityException>();

    [TestCase(1)]
    [TestCase(4)]
    public void Run_FunctionThrows_PassesUnwrappedAndTheRunGoesOn(int threads)
    {
        bool broken = false;
        ILogDensity density = LogDensity.FromFunction(
            2,
            x => broken && x[0] > 0 ? throw new TimeoutException("no licence") : -0.5 * Targets.Dot(x, x),
            threads);
        var sampler = new EnsembleSampler(density);
        EnsembleRun run = sampler.Start(Targets.Start(10, 2));
        run.Advance(20);
        broken = true;

        FluentActions.Invoking(() => run.Advance(20)).Should().Throw<TimeoutException>().WithMessage("no licence");

        broken = false;
        run.Advance(40 - run.Chain.Steps);
        run.Chain.Positions.ToArray().Should().Equal(sampler.Run(Targets.Start(10, 2), 40).Positions.ToArray());
    }

    [Test]
    public void Evaluate_SeveralPointsThrowInParallel_TheFirstPointsExceptionIsThrown()
    {
        ILogDensity density = LogDensity.FromFunction(1, x => throw new InvalidOperationException($"point {x[0]}"), maxDegreeOfParallelism: 4);

        for (int i = 0; i < 50; i++)
        {
            FluentActions.Invoking(() => density.Evaluate([0, 1, 2, 3, 4, 5, 6, 7], new double[8], [], CancellationToken.None))
                .Should().Throw<InvalidOperationException>().WithMessage("point 0");
        }
    }

    [Test]
    public void Options_OutOfRange_AreNamed()
    {
        ShouldRefuse(new EnsembleOptions { Thin = 0 }, "Thin");
        ShouldRefuse(new EnsembleOptions { Split = (EnsembleSplit)7 }, "Split");
        ShouldRefuse(new EnsembleOptions { Moves = [] }, "Moves");
        ShouldRefuse(new EnsembleOptions { Moves = [new(null!)] }, "Moves");
        ShouldRefuse(new EnsembleOptions { Moves = [new(new StretchMove(), 0)] }, "Moves");
        ShouldRefuse(new EnsembleOptions { Moves = [new(new StretchMove(), double.NaN)] }, "Moves");

        static void ShouldRefuse(EnsembleOptions options, string name) =>
            FluentActions.Invoking(() => new EnsembleSampler(Targets.Normal(2), options)).Should().Throw<ArgumentException>().WithParameterName(name);
    }

    [Test]
    public void Densities_BadArguments_AreNamed()
    {
        Throws(() => LogDensity.FromFunction(0, _ => 0), "dimension");
        Throws(() => LogDensity.FromFunction(1, _ => 0, 0), "maxDegreeOfParallelism");
        Throws(() => LogDensity.FromFunction(1, _ => 0, -2), "maxDegreeOfParallelism");
        Throws(() => LogDensity.FromFunction(1, ["a", "a"], (_, _) => 0), "blobNames");
        Throws(() => LogDensity.FromFunction(1, null!), "function");
        Throws(() => LogDensity.FromArrayFunction(1, null!), "function");

        static void Throws(Func<object> make, string name) =>
            FluentActions.Invoking(make).Should().Throw<ArgumentException>().WithParameterName(name);
    }

    [Test]
    public void Run_NegativeStepsOrTooMany_AreRefused()
    {
        var sampler = new EnsembleSampler(Targets.Normal(2));
        Chain chain = sampler.Run(Targets.Start(10, 2), 1);

        FluentActions.Invoking(() => sampler.Run(Targets.Start(10, 2), -1)).Should().Throw<ArgumentException>().WithParameterName("steps");
        FluentActions.Invoking(() => sampler.Run(chain.Last, -1)).Should().Throw<ArgumentException>().WithParameterName("steps");
        FluentActions.Invoking(() => sampler.Continue(chain, -1)).Should().Throw<ArgumentException>().WithParameterName("steps");
        FluentActions.Invoking(() => sampler.Run(Targets.Start(10, 2), int.MaxValue)).Should().Throw<ArgumentException>().WithMessage("*Thin*");
    }

    [Test]
    public void Continue_ForeignChain_SaysWhatDiffers()
    {
        Chain chain = new EnsembleSampler(Targets.Normal(2)).Run(Targets.Start(10, 2), 1);
        ILogDensity blobbed = LogDensity.FromFunction(2, ["error"], (_, blobs) => blobs[0] = 0);

        ShouldRefuse(new EnsembleSampler(Targets.Normal(3)), "*dimension 2*dimension 3*");
        ShouldRefuse(new EnsembleSampler(blobbed), "*blobs*error*");
        ShouldRefuse(new EnsembleSampler(Targets.Normal(2), new EnsembleOptions { Thin = 2 }), "*every 1. step*every 2.*");

        void ShouldRefuse(EnsembleSampler sampler, string message) =>
            FluentActions.Invoking(() => sampler.Continue(chain, 1)).Should().Throw<ArgumentException>().WithParameterName("chain").WithMessage(message);
    }

    [Test]
    public void FromArrayFunction_GivesEveryCallItsOwnArray()
    {
        var kept = new List<double[]>();
        ILogDensity density = LogDensity.FromArrayFunction(2, x =>
        {
            kept.Add(x);
            return x.Sum();
        });
        var values = new double[3];

        density.Evaluate([1, 2, 3, 4, 5, 6], values, [], CancellationToken.None);

        values.Should().Equal(3, 7, 11);
        kept.Should().BeEquivalentTo(new[] { new[] { 1.0, 2 }, [3, 4], [5, 6] });
    }

    [Test]
    public void EnsembleStart_BadArguments_AreNamed()
    {
        var random = new Shared.Tensors.RandomStream(1);
        Throws(() => EnsembleStart.Normal(1, [0], 1, random), "walkers");
        Throws(() => EnsembleStart.Normal(4, [], 1, random), "centre");
        Throws(() => EnsembleStart.Normal(4, [0], 0, random), "standardDeviation");
        Throws(() => EnsembleStart.Uniform(1, [0], [1], random), "walkers");
        Throws(() => EnsembleStart.Uniform(4, [0], [1, 2], random), "high");
        Throws(() => EnsembleStart.Uniform(4, [0, 1], [1, 1], random), "high");
        EnsembleStart.Uniform(100, [-3, 5], [-2, 7], random).Should().OnlyContain(x => x[0] >= -3 && x[0] < -2 && x[1] >= 5 && x[1] < 7);

        static void Throws(Func<object> make, string name) =>
            FluentActions.Invoking(make).Should().Throw<ArgumentException>().WithParameterName(name);
    }

    private static void ShouldRefuse(double[][] start, string message) =>
        FluentActions.Invoking(() => new EnsembleSampler(Targets.Normal(2)).Start(start))
            .Should().Throw<ArgumentException>().WithParameterName("start").WithMessage(message);
}
