using System.Text.Json;

namespace L2L.Tests.Optimizers;

public sealed class GeneticAlgorithmTests
{
    private static readonly JsonElement Recorded = Golden.Read("genetic_algorithm.json");

    [Test]
    public void Blend_RecordedParents_GivesTheRecordedChildren()
    {
        foreach (JsonElement recorded in Recorded.Items("crossover"))
        {
            var draws = new ReplayDraws();
            foreach (double u in recorded.GetProperty("u").Numbers())
                draws.Uniforms.Enqueue(u);
            double[] first = recorded.GetProperty("parent1").Numbers(), second = recorded.GetProperty("parent2").Numbers();
            GeneticOperators.Blend(first, second, recorded.GetProperty("alpha").GetDouble(), draws);
            first.ShouldBeClose(recorded.GetProperty("child1").Numbers(), 1e-12);
            second.ShouldBeClose(recorded.GetProperty("child2").Numbers(), 1e-12);
        }
    }

    [Test]
    public void Mutate_RecordedDraws_GivesTheRecordedPoint()
    {
        foreach (JsonElement recorded in Recorded.Items("mutation"))
        {
            var draws = new ReplayDraws();
            draws.Feed(recorded.Items("draws"));
            double[] point = recorded.GetProperty("before").Numbers();
            GeneticOperators.Mutate(point, recorded.GetProperty("indpb").GetDouble(), recorded.GetProperty("sigma").GetDouble(), draws);
            point.ShouldBeClose(recorded.GetProperty("after").Numbers(), 1e-12);
        }
    }

    [Test]
    public void Tournament_RecordedDraws_PicksTheRecordedWinners()
    {
        JsonElement recorded = Recorded.GetProperty("tournament");
        var draws = new ReplayDraws();
        draws.Feed(recorded.Items("draws"));
        IReadOnlyList<double>[] fitness = [.. recorded.GetProperty("fitness").Numbers().Select(f => (IReadOnlyList<double>)[f * recorded.GetProperty("weight").GetDouble()])];
        int[] winners = [.. Enumerable.Range(0, 5).Select(_ => GeneticOperators.Tournament(fitness, recorded.GetProperty("tournsize").GetInt32(), draws))];
        winners.Should().Equal(recorded.GetProperty("selected_indices").EnumerateArray().Select(i => i.GetInt32()));
    }

    [Test]
    public void Lexicographic_RecordedFitness_OrdersThemAsRecorded()
    {
        JsonElement recorded = Recorded.GetProperty("multi_objective_order");
        double[] weights = recorded.GetProperty("weights").Numbers();
        double[][] weighted = [.. recorded.GetProperty("fitness").Rows().Select(f => f.Zip(weights, (x, w) => x * w).ToArray())];
        Enumerable.Range(0, weighted.Length).Order(Comparer<int>.Create((a, b) => Ranking.Lexicographic(weighted[b], weighted[a])))
            .Should().Equal(recorded.GetProperty("best_first").EnumerateArray().Select(i => i.GetInt32()));
    }

    [Test]
    public void HallOfFame_RecordedSteps_KeepsTheRecordedFitness()
    {
        JsonElement recorded = Recorded.GetProperty("hall_of_fame");
        var hall = new HallOfFame(recorded.GetProperty("maxsize").GetInt32());
        double weight = recorded.GetProperty("weight").GetDouble();
        double number = 0;
        foreach (JsonElement step in recorded.Items("steps"))
        {
            bool again = step.TryGetProperty("note", out _);
            foreach (double fitness in step.GetProperty("fed_fitness").Numbers())
                hall.Add(new Genome([again ? hall.Members[0].Point[0] : number++], [fitness * weight]));
            hall.Members.Select(m => m.Fitness![0] / weight).ShouldBeClose(step.GetProperty("hall_of_fame_fitness").Numbers(), 1e-12);
        }
    }

    private static IEnumerable<TestCaseData> Runs() => Golden.Read("genetic_algorithm.json").Items("runs")
        .Select(r => new TestCaseData(r).SetArgDisplayNames(r.GetProperty("label").GetString()!));

    [TestCaseSource(nameof(Runs))]
    public void Tell_RecordedRun_FollowsIt(JsonElement run)
    {
        JsonElement p = run.GetProperty("parameters");
        var first = new Queue<double[]>(run.GetProperty("generations")[0].GetProperty("evaluated").Rows());
        bool bounded = run.GetProperty("label").GetString()!.StartsWith("bounded", StringComparison.Ordinal);
        var space = new ParameterSpace(bounded ? new VectorParameter("coords", 2, -2, 2) : new VectorParameter("coords", 2));
        var problem = new SearchProblem(space, new FitnessWeights(-0.1), _ => new ParameterSet(("coords", first.Dequeue())));
        var optimizer = new GeneticAlgorithm(problem, new GeneticAlgorithmOptions
        {
            PopulationSize = p.GetProperty("popsize").GetInt32(),
            CrossoverProbability = p.GetProperty("CXPB").GetDouble(),
            MutationProbability = p.GetProperty("MUTPB").GetDouble(),
            Generations = p.GetProperty("NGEN").GetInt32(),
            GeneProbability = p.GetProperty("indpb").GetDouble(),
            TournamentSize = p.GetProperty("tournsize").GetInt32(),
            BlendAlpha = p.GetProperty("matepar").GetDouble(),
            MutationDeviation = p.GetProperty("mutpar").GetDouble(),
        });
        var draws = new ReplayDraws();
        optimizer.Draw = draws;
        foreach (JsonElement generation in run.Items("generations"))
        {
            Population population = optimizer.Ask();
            double[][] evaluated = generation.GetProperty("evaluated").Rows();
            population.Should().HaveCount(evaluated.Length);
            for (int i = 0; i < evaluated.Length; i++)
                population[i].Parameters.Vector("coords").ToArray().ShouldBeClose(evaluated[i]);
            draws.Feed(generation.Items("draws"));
            optimizer.Tell([.. population.Zip(generation.GetProperty("fitness").Numbers(), (i, f) => new Evaluation(i, f))]);
            // The five best of the hall of fame are recorded.
            optimizer.Hall.Take(5).Select(g => g.Fitness![0] / -0.1).ShouldBeClose(generation.Items("hall_of_fame").Select(h => h[1].GetDouble()));
            (optimizer.StopReason == StopReason.None).Should().Be(generation.GetProperty("expanded").GetBoolean());
            if (optimizer.StopReason != StopReason.None)
                continue;
            optimizer.Ask();
            double[][] after = generation.GetProperty("population_after").Rows();
            for (int i = 0; i < after.Length; i++)
                optimizer.Offspring[i].Point.ShouldBeClose(after[i]);
            optimizer.Offspring.Select(g => g.Fitness is not null).Should().Equal(generation.Items("has_fitness_after").Select(v => v.GetBoolean()));
        }
    }

    // The reference has an empty population then, and throws.
    [Test]
    public void Ask_NothingChanged_StillEvaluatesOne()
    {
        var optimizer = new GeneticAlgorithm(Quick.Problem(), new GeneticAlgorithmOptions { CrossoverProbability = 0, MutationProbability = 0, PopulationSize = 2, TournamentSize = 1, Generations = 20 });
        Quick.Run(optimizer, "Ackley2d").Generations.Should().Be(20);
    }
}
