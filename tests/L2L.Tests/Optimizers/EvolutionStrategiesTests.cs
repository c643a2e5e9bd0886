using System.Text.Json;

namespace L2L.Tests.Optimizers;

public sealed class EvolutionStrategiesTests
{
    private static IEnumerable<TestCaseData> Runs(string file) => Golden.Read(file + ".json").Items("runs")
        .Select(r => new TestCaseData(r).SetArgDisplayNames(r.GetProperty("label").GetString()!));

    [Test]
    public void Utilities_RecordedCounts_AreTheRecordedOnes()
    {
        foreach (JsonProperty recorded in Golden.Read("evolution_strategies.json").GetProperty("utilities").EnumerateObject())
            Ranking.Utilities(int.Parse(recorded.Name)).ShouldBeClose(recorded.Value.Numbers(), 1e-12);
    }

    [TestCaseSource(nameof(Runs), new object[] { "evolution_strategies" })]
    public void Tell_RecordedRun_FollowsIt(JsonElement run)
    {
        var trace = new Trace(run, unused: 0);
        JsonElement deviation = trace.Parameters.GetProperty("noise_std");
        var optimizer = new EvolutionStrategies(trace.Problem, new EvolutionStrategiesOptions
        {
            LearningRate = trace.Parameter("learning_rate"),
            NoiseDeviation = deviation.ValueKind == JsonValueKind.Array ? deviation.Numbers() : [deviation.GetDouble()],
            MirroredSampling = trace.Parameters.GetProperty("mirrored_sampling_enabled").GetBoolean(),
            FitnessShaping = trace.Parameters.GetProperty("fitness_shaping_enabled").GetBoolean(),
            PopulationSize = trace.Count("pop_size"),
            Generations = trace.Count("n_iteration"),
            StopFitness = trace.Parameter("stop_criterion"),
        });
        trace.Replay(optimizer, generation =>
        {
            optimizer.Centre!.ShouldBeClose(generation.GetProperty("state_after").GetProperty("current_individual").Numbers());
            JsonElement stored = generation.GetProperty("stored_generation_params").GetProperty("algorithm_params");
            optimizer.Details.Real("best_fitness_in_run").ShouldBeClose(stored.GetProperty("best_fitness_in_run").Number());
            optimizer.Details.Real("average_fitness_in_run").ShouldBeClose(stored.GetProperty("average_fitness_in_run").Number());
            // The reference stores the last perturbed individual's fitness as the centre's.
            double centre = generation.Items("fitness").Last()[1][0].GetDouble() * trace.Parameters.GetProperty("weights")[0].GetDouble();
            optimizer.Details.Real("current_individual_fitness").ShouldBeClose(centre);
        });
    }

    [TestCaseSource(nameof(Runs), new object[] { "natural_evolution_strategies" })]
    public void Update_RecordedRun_HasItsMeansAndDeviations(JsonElement run)
    {
        JsonElement parameters = run.GetProperty("parameters");
        double[] mean = parameters.GetProperty("mu").Numbers(), deviation = parameters.GetProperty("sigma").Numbers();
        bool shaping = parameters.GetProperty("fitness_shaping_enabled").GetBoolean();
        bool mirrored = parameters.GetProperty("mirrored_sampling_enabled").GetBoolean();
        JsonElement state = run.GetProperty("init_state");
        double meanRate = state.GetProperty("learning_rate_mu").GetDouble(), deviationRate = state.GetProperty("learning_rate_sigma").GetDouble();
        double[][] samples = run.Items("init_draws").Last(d => d.GetProperty("call").GetString() == "randn").GetProperty("result").Rows();
        foreach (JsonElement generation in run.Items("generations"))
        {
            double[][] all = mirrored ? [.. samples, .. samples.Select(s => s.Select(x => -x).ToArray())] : samples;
            double[][] population = generation.GetProperty("population").Rows();
            for (int i = 0; i < all.Length; i++)
                population[i].ShouldBeClose(all[i].Select((s, j) => Math.Clamp(mean[j] + deviation[j] * s, -2, 2)));
            double[] fitness = [.. generation.Items("fitness").Select(f => -f[1][0].GetDouble())];
            // The reference leaves the last sample out; so does this comparison, but not the optimizer.
            (mean, deviation) = NaturalEvolutionStrategies.Update(mean, deviation, all[..^1], fitness[..^1], shaping, meanRate, deviationRate);
            mean.ShouldBeClose(generation.GetProperty("state_after").GetProperty("mu").Numbers());
            deviation.ShouldBeClose(generation.GetProperty("state_after").GetProperty("sigma").Numbers());
            if (generation.GetProperty("expanded").GetBoolean())
                samples = generation.Items("draws").Last(d => d.GetProperty("call").GetString() == "randn").GetProperty("result").Rows();
        }
    }

    [Test]
    public void NaturalDefaults_RecordedDimensions_AreTheRecordedOnes()
    {
        JsonElement recorded = Golden.Read("natural_evolution_strategies.json");
        foreach (JsonProperty rate in recorded.GetProperty("default_learning_rate_sigma").EnumerateObject())
            NaturalEvolutionStrategies.DefaultDeviationRate(int.Parse(rate.Name)).ShouldBeClose(rate.Value.GetDouble(), 1e-12);
        foreach (JsonProperty size in recorded.GetProperty("default_pop_size").EnumerateObject())
            NaturalEvolutionStrategies.DefaultPopulationSize(int.Parse(size.Name)).Should().Be(size.Value.GetInt32());
    }

    [Test]
    public void NaturalTell_LastSampleAloneGood_MovesTowardsIt()
    {
        double[] given = [0.0, 0];
        var optimizer = new NaturalEvolutionStrategies(Quick.Problem(weight: 1), new NaturalEvolutionStrategiesOptions { Mean = given, MirroredSampling = false, FitnessShaping = false, PopulationSize = 8 });
        Population population = optimizer.Ask();
        optimizer.Tell([.. population.Select(i => new Evaluation(i, i.Index == 7 ? 1.0 : 0))]);
        double[] best = population[7].Parameters.Vector("coords").ToArray();
        (optimizer.Mean![0] * best[0] + optimizer.Mean[1] * best[1]).Should().BePositive();
        given.Should().Equal(0, 0);
    }

    [Test]
    public void Options_DeviationOfWrongLength_Throws() =>
        FluentActions.Invoking(() => new EvolutionStrategies(Quick.Problem(), new EvolutionStrategiesOptions { NoiseDeviation = [1, 1, 1] }))
            .Should().Throw<ArgumentException>().WithMessage("NoiseDeviation.Count is 3*1 or 2*");
}
