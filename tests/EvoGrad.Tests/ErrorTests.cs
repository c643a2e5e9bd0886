using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EvoGrad.Tests;

/// <summary>Mistakes get an exception that says what is wrong and what to do.</summary>
public sealed class ErrorTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void Open() => _scope = NewDisposeScope();

    [TearDown]
    public void Close() => _scope.Dispose();

    [Test]
    public void Normal_MixedTypes_Throws() =>
        Throws<ArgumentException>(() => Population.Normal(zeros(2, float64), ones([], float32)), "sigma is Float32, but mean is Float64*");

    [Test]
    public void Normal_MixedDevices_Throws() =>
        Throws<ArgumentException>(() => Population.Normal(zeros(2), ones([], device: new Device("meta"))), "sigma is on meta*, but mean is on cpu*");

    [Test]
    public void Normal_Integers_Throws() => Throws<ArgumentException>(() => Population.Normal(zeros(2, int64), 1.0), "mean is Int64*Float32 or Float64*");

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Normal_ScaleNotAboveZero_Throws(double sigma) => Throws<ArgumentException>(() => Population.Normal(zeros(2), sigma), "sigma has the value*above 0*");

    [Test]
    public void LogProbability_ScaleBecameZero_Throws()
    {
        Tensor sigma = Derivatives.Learnt(0.5, 0.5);
        NormalPopulation population = Population.Normal(Derivatives.Learnt(0, 0), sigma);
        using Sample sample = population.Sample(4, 1);
        using (no_grad())
            sigma[1] = tensor(0.0);

        Throws<ArgumentException>(() => Expectation.Of(ones(4, float64), sample, population), "sigma has the value 0*");
        Throws<ArgumentException>(() => population.Sample(4, 2), "sigma has the value 0*");
    }

    [Test]
    public void Of_LogScaleTooSmallForItsType_Throws()
    {
        Tensor logSigma = Derivatives.Learnt(0, 0);
        NormalPopulation population = Population.NormalWithLogScale(Derivatives.Learnt(0, 0), logSigma);
        using Sample sample = population.Sample(4, 1);
        using (no_grad())
            logSigma[1] = tensor(-800.0);
        Throws<InvalidOperationException>(() => Expectation.Of(ones(4, float64), sample, population), "The log-probability of individual 0 is -*too small for Float64*");
    }

    [Test]
    public void Of_OnePairWithLeaveOneOut_Throws()
    {
        NormalPopulation population = Population.Normal(Derivatives.Learnt(0), 1);
        using Sample sample = population.SamplePairs(2, 1);
        Throws<ArgumentException>(() => Expectation.Of(ones(2, float64), sample, population, baseline: Baseline.LeaveOneOut), "*at least two pairs*");
        Throws<ArgumentException>(
            () => _ = new EvolutionGradient(Population.Normal(new Parameter(zeros(1)), 1), Fitness.Batched(x => x.sum(1)), new() { PopulationSize = 2, Antithetic = true }),
            "PopulationSize is 2; with Antithetic it must be at least 4*");
    }

    [Test]
    public void FullNormal_SingularFactor_Throws() =>
        Throws<ArgumentException>(() => Population.FullNormal(Derivatives.Learnt(0, 0), Derivatives.Matrix([[1, 0], [1, 0]])), "factor's diagonal has the value 0*");

    [Test]
    public void Of_ValuesOfAnotherNumber_Throws() =>
        Throws<ArgumentException>(() => Evaluate(ones(5, float64)), "The values have 5 entries along axis 0 (shape [5]), but the sample has 4 individuals*");

    [Test]
    public void Of_ValuesOfAnotherType_Throws() =>
        Throws<ArgumentException>(() => Evaluate(ones(4, float32)), "The values are Float32, but the population's parameters are Float64*");

    [Test]
    public void Of_ValuesOnAnotherDevice_Throws() =>
        Throws<ArgumentException>(() => Evaluate(ones([4], float64, new Device("meta"))), "The values are on meta*parameters are on cpu*");

    [Test]
    public void Of_AxisThatIsNotThere_Throws() =>
        Throws<ArgumentOutOfRangeException>(() => Evaluate(ones(4, float64), axis: 1), "The values have 1 dimensions*");

    [TestCase(double.NaN)]
    [TestCase(double.NegativeInfinity)]
    public void Of_ValueNotFinite_NamesTheIndividual(double bad) =>
        Throws<NotFiniteNumberException>(() => Evaluate(tensor([1, 2, bad, 4])), "The value of individual 2 is*");

    [Test]
    public void Of_SampleOfAnotherPopulation_Throws()
    {
        NormalPopulation population = Population.Normal(Derivatives.Learnt(0, 0), 1.0);
        using Sample sample = Sample.Of(ones(4, 3, float64));
        Throws<ArgumentException>(() => Expectation.Of(ones(4, float64), sample, population), "Individuals have shape [4, 3]; this population needs [n, 2]*");
    }

    [Test]
    public void Of_NothingToLearn_Throws()
    {
        NormalPopulation population = Population.Normal(zeros(2, float64), 1.0);
        using Sample sample = population.Sample(4, 1);
        Throws<InvalidOperationException>(() => Expectation.Of(ones(4, float64), sample, population), "No parameter of the population requires a gradient (mean, sigma)*requires_grad_()*");
    }

    [Test]
    public void Of_DistributionWithoutLogProbability_Throws()
    {
        Tensor mean = Derivatives.LearntNumber(0);
        DistributionPopulation population = Population.From(generator => new Densityless(mean, generator), ("mean", mean));
        using Sample sample = population.Sample(4, 1);
        Throws<InvalidOperationException>(() => Expectation.Of(ones(4, float64), sample, population), "Densityless has no log_prob*");
    }

    [Test]
    public void Of_LogProbabilityThatIgnoresTheParameters_Throws()
    {
        Tensor mean = Derivatives.LearntNumber(0);
        DistributionPopulation population = Population.From(generator => distributions.Normal(tensor(0.0), tensor(1.0), generator), ("mean", mean));
        using Sample sample = population.Sample(4, 1);
        Throws<InvalidOperationException>(() => Expectation.Of(ones(4, float64), sample, population), "*does not depend on its parameters*");
    }

    [TestCase(0)]
    [TestCase(-3)]
    public void Sample_NoIndividuals_Throws(int count) => Throws<ArgumentOutOfRangeException>(() => Population.Normal(zeros(1), 1.0).Sample(count, 1), "*");

    [TestCase(3)]
    [TestCase(0)]
    public void SamplePairs_OddCount_Throws(int count) => Throws<ArgumentOutOfRangeException>(() => Population.Normal(zeros(1), 1.0).SamplePairs(count, 1), "Pairs need an even number*");

    [Test]
    public void SamplePairs_Asymmetric_Throws() => Throws<ArgumentException>(() => Population.Categorical(zeros(3)).SamplePairs(4, 1), "CategoricalPopulation is not symmetric*");

    [Test]
    public void Encode_IndividualsFromElsewhere_Throws()
    {
        using Sample sample = Sample.Of(ones(4));
        Throws<InvalidOperationException>(() => sample.Encode(0), "*no code*");
    }

    [Test]
    public void Trainer_PlainTensor_AsksForAParameter() =>
        Throws<ArgumentException>(() => new EvolutionGradient(Population.Normal(Derivatives.Learnt(0), 1.0), Fitness.Batched(x => x.sum(1))), "The population's parameter 'mean' is a tensor; make it a Parameter*");

    [Test]
    public void Trainer_BadOptions_NameThem()
    {
        NormalPopulation population = Population.Normal(new Parameter(zeros(1)), 1.0);
        foreach ((EvolutionGradientOptions options, string message) in ((EvolutionGradientOptions, string)[])
        [
            (new() { PopulationSize = 1 }, "PopulationSize is 1; it must be at least 2.*"),
            (new() { PopulationSize = 3, Antithetic = true }, "PopulationSize is 3; with Antithetic it must be even.*"),
            (new() { Threads = 0 }, "Threads is 0*"),
            (new() { BatchBytes = 0 }, "BatchBytes is 0*"),
            (new() { Goal = (Goal)7 }, "Goal is 7*"),
            (new() { PopulationSize = 10, Shaping = FitnessShaping.TopK(11) }, "PopulationSize is 10; *11 best*"),
        ])
            Throws<ArgumentException>(() => new EvolutionGradient(population, Fitness.Batched(x => x.sum(1)), options), message);
    }

    [Test]
    public void Step_FitnessOfAnotherShape_Throws()
    {
        using var trainer = new EvolutionGradient(Population.Normal(new Parameter(zeros(1)), 1.0), Fitness.Batched(x => x));
        Throws<InvalidOperationException>(() => trainer.Step(), "The fitness function returned shape [100, 1] for 100 individuals*");
    }

    [TestCase(double.NaN, "*individual 2*NaN*")]
    [TestCase(double.NegativeInfinity, "*individual 2*-*")]
    [TestCase(-2000, "*individual 2*largest*")]
    public void ImportanceWeights_RatioThatIsNoNumber_NamesTheIndividual(double drawn, string message)
    {
        NormalPopulation population = Population.Normal(Derivatives.Learnt(0), 1.0);
        using Sample sample = population.Sample(4, 1);
        Tensor logProbability = population.LogProbability(sample.Individuals).detach();
        logProbability[2] = drawn;
        Throws<ArgumentException>(() => new ImportanceWeights(sample, population, logProbability), message);
    }

    [Test]
    public void ImportanceWeights_RatioThatIsCut_MayBeInfiniteOrZero()
    {
        NormalPopulation population = Population.Normal(Derivatives.Learnt(0), 1.0);
        using Sample sample = population.Sample(4, 1);
        Tensor logProbability = population.LogProbability(sample.Individuals).detach();
        logProbability[1] = 2000;
        logProbability[2] = -2000;
        using var weights = new ImportanceWeights(sample, population, logProbability, largest: 5);
        weights.Ratio.Numbers().Should().Equal(1, 0, 5, 1);
    }

    [Test]
    public void ImportanceWeights_OtherTypeOrSearches_Throws()
    {
        NormalPopulation population = Population.Normal(Derivatives.Learnt(0), 1.0);
        using Sample sample = population.Sample(2, 1);
        Throws<ArgumentException>(() => new ImportanceWeights(sample, population, zeros(2, float32)), "*Float32*Float64*");
        DistributionPopulation two = new(g => distributions.Normal(Derivatives.Learnt(0, 0), ones(2, float64), g), new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["mean"] = Derivatives.Learnt(0, 0) }, searches: 1);
        using Sample ofTwo = two.Sample(2, 1);
        Throws<ArgumentException>(() => new ImportanceWeights(ofTwo, two, zeros(2, float64)), "*[2, 2]*one number for each*");
    }

    private static void Evaluate(Tensor values, int axis = 0)
    {
        NormalPopulation population = Population.Normal(Derivatives.Learnt(0, 0), 1.0);
        using Sample sample = population.Sample(4, 1);
        Expectation.Of(values, sample, population, axis);
    }

    private static void Throws<TException>(Action action, string message)
        where TException : Exception => action.Should().Throw<TException>().WithMessage(message);

    private sealed class Densityless(Tensor centre, Generator generator) : distributions.Distribution(generator, Array.Empty<long>(), Array.Empty<long>())
    {
        public override Tensor mean => throw new NotSupportedException();

        public override Tensor variance => throw new NotSupportedException();

        public override Tensor sample(params long[] sample_shape) => centre.detach().expand(sample_shape).clone();

        public override Tensor rsample(params long[] sample_shape) => throw new NotSupportedException();

        public override Tensor log_prob(Tensor value) => throw new NotSupportedException();

        public override Tensor entropy() => throw new NotSupportedException();

        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) => throw new NotSupportedException();
    }
}
