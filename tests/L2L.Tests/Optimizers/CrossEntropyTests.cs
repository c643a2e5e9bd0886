using System.Text.Json;

namespace L2L.Tests.Optimizers;

public sealed class CrossEntropyTests
{
    private static IEnumerable<TestCaseData> Runs() => Golden.Read("cross_entropy.json").Items("runs")
        // With a temperature the reference applies probabilities of the unsorted tail to the sorted one; the right ones are tested below.
        .Where(r => r.GetProperty("parameters").GetProperty("temp_decay").GetDouble() == 0)
        .Select(r => new TestCaseData(r).SetArgDisplayNames(r.GetProperty("label").GetString()!));

    [TestCaseSource(nameof(Runs))]
    public void Tell_RecordedRun_FollowsIt(JsonElement run)
    {
        var trace = new Trace(run, unused: 1);
        NoisyGaussianDistribution? noisy = trace.Parameters.GetProperty("distribution").GetString() == "NoisyGaussian"
            ? new NoisyGaussianDistribution { NoiseDecay = 0.9, CoordinateScale = [1, 0.5] } : null;
        var distribution = new ReplayDistribution(trace.Draws, noisy);
        var optimizer = new CrossEntropy(trace.Problem, new CrossEntropyOptions
        {
            PopulationSize = trace.Count("pop_size"),
            EliteFraction = trace.Parameter("rho"),
            Smoothing = trace.Parameter("smoothing"),
            Generations = trace.Count("n_iteration"),
            StopFitness = trace.Parameter("stop_criterion"),
            Distribution = distribution,
        });
        trace.Replay(optimizer, generation =>
        {
            JsonElement stored = generation.GetProperty("stored_generation_params").GetProperty("algorithm_params");
            foreach (string name in (string[])["gamma", "best_fitness_in_run", "average_fitness_in_run", "pop_size"])
                optimizer.Details.Real(name).ShouldBeClose(stored.GetProperty(name).Number(), because: name);
            JsonElement state = generation.GetProperty("state_after");
            distribution.Gaussian.Mean!.ShouldBeClose(state.GetProperty("mean").Numbers());
            distribution.Gaussian.Covariance!.SelectMany(r => r).ShouldBeClose(state.GetProperty("cov").Rows().SelectMany(r => r));
            if (noisy is not null)
                distribution.Gaussian.NoiseMagnitude.ShouldBeClose(state.GetProperty("current_noise_magnitude").Number());
        });
        optimizer.End().Generations.Should().Be(run.GetProperty("final").GetProperty("n_iteration").GetInt32());
        // The reference ends with the best of the last generation; here it is the best of the run.
        optimizer.End().BestWeighted.Should().BeGreaterThanOrEqualTo(run.GetProperty("final").GetProperty("final_fitness").Number());
    }

    [Test]
    public void Select_WithTemperature_KeepsTheSortedTailByItsOwnProbability()
    {
        var weights = FitnessWeights.Maximize;
        Trial[] sorted = [.. new[] { 5.0, 4, 3, 2, 1 }.Select((f, i) => new Trial(new Candidate([f]), new Evaluation(new Individual(0, i, ParameterSet.Empty), f), weights))];
        var draws = new ReplayDraws();
        foreach (double u in (double[])[0.6, 0.36, 0.04])
            draws.Uniforms.Enqueue(u);
        // γ = 4, T = 1: probabilities e^-1 = 0.368, e^-2 = 0.135, e^-3 = 0.0498.
        EliteSelection.Select(sorted, 2, 1, draws).Select(p => p[0]).Should().Equal(5, 4, 1);
        EliteSelection.KeepProbability(3, 4, 1).Should().BeApproximately(Math.Exp(-1), 1e-15);
        EliteSelection.KeepProbability(5, 4, 1).Should().Be(1);
    }

    [Test]
    public void Options_NoElite_Throws() =>
        FluentActions.Invoking(() => new CrossEntropy(Quick.Problem(), new CrossEntropyOptions { PopulationSize = 5, EliteFraction = 0.1 }))
            .Should().Throw<ArgumentException>().WithMessage("EliteFraction is 0.1*");

    [Test]
    public void Fit_OneDimension_Works()
    {
        var problem = new SearchProblem(new ParameterSpace(new RealParameter("x", -4, 4)), FitnessWeights.Minimize);
        var optimizer = new CrossEntropy(problem, new CrossEntropyOptions { Generations = 30, PopulationSize = 20, EliteFraction = 0.5, Distribution = new NoisyGaussianDistribution { NoiseMagnitude = 0.5, NoiseDecay = 0.8 } });
        Quick.Run(optimizer, set => Math.Pow(set.Real("x") - 1, 2)).BestWeighted.Should().BeGreaterThan(-1e-4);
    }
}
