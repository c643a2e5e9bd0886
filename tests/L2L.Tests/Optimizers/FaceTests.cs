using System.Text.Json;

namespace L2L.Tests.Optimizers;

public sealed class FaceTests
{
    private static IEnumerable<TestCaseData> Runs() => Golden.Read("face.json").Items("runs")
        .Select(r => new TestCaseData(r).SetArgDisplayNames(r.GetProperty("label").GetString()!));

    [TestCaseSource(nameof(Runs))]
    public void Tell_RecordedRun_FollowsIt(JsonElement run)
    {
        var trace = new Trace(run, unused: 1);
        var distribution = new ReplayDistribution(trace.Draws);
        var optimizer = new Face(trace.Problem, new FaceOptions
        {
            MinPopulationSize = trace.Count("min_pop_size"),
            MaxPopulationSize = trace.Count("max_pop_size"),
            EliteCount = trace.Count("n_elite"),
            Growth = trace.Count("n_expand"),
            Smoothing = trace.Parameter("smoothing"),
            Generations = trace.Count("n_iteration"),
            Distribution = distribution,
        });
        // The reference asks for one generation too many; here the last one is the one with number n_iteration - 1, from which nothing is fitted.
        int last = Math.Min(trace.Count("n_iteration") - 1, trace.Generations.Count());
        trace.Replay(optimizer, generation =>
        {
            JsonElement stored = generation.GetProperty("stored_generation_params");
            foreach (string name in (string[])["gamma", "best_fitness_in_run", "pop_size"])
                optimizer.Details.Real(name).ShouldBeClose(stored.GetProperty(name).Number(), because: name);
            JsonElement state = generation.GetProperty("state_after");
            optimizer.Size.Should().Be(state.GetProperty("pop_size").GetInt32());
            optimizer.Gamma.ShouldBeClose(state.GetProperty("gamma").Number());
            distribution.Gaussian.Mean!.ShouldBeClose(state.GetProperty("mean").Numbers());
        }, last);
        if (trace.Count("n_iteration") > trace.Generations.Count())
            optimizer.StopReason.Should().Be(StopReason.Diverged);
    }

    // The reference throws with a temperature.
    [Test]
    public void Run_WithTemperature_FindsTheMinimum() =>
        Quick.Run(new Face(Quick.Problem(), new FaceOptions { TemperatureDecay = 0.5, Seed = 3, MaxPopulationSize = 200 }), "Ackley2d").BestWeighted.Should().BeGreaterThan(-0.1);

    [Test]
    public void Run_ToTheEnd_HasExactlySoManyGenerations()
    {
        var optimizer = new Face(Quick.Problem(), new FaceOptions { Generations = 5, MaxPopulationSize = 1000 });
        Quick.Run(optimizer, "Ackley2d").Generations.Should().Be(5);
    }
}
