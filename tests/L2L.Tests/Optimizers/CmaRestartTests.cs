namespace L2L.Tests.Optimizers;

public sealed class CmaRestartTests
{
    private static readonly SearchProblem Problem = new(new ParameterSpace(new VectorParameter("x", 5, -5, 5)), FitnessWeights.Minimize);

    [Test]
    public void Run_ManyLocalOptima_RestartsFindABetterOneThanOneLongRun()
    {
        double[] without = [.. Enumerable.Range(0, 6).Select(seed => Best(null, seed))];
        double[] with = [.. Enumerable.Range(0, 6).Select(seed => Best(2, seed))];
        with.Average().Should().BeLessThan(0.5 * without.Average(), "{0} against {1}", string.Join(" ", with), string.Join(" ", without));
        with.Zip(without).Should().OnlyContain(pair => pair.First <= pair.Second + 1e-9, "the first run is the same, and the best of all runs counts");
    }

    [Test]
    public void Ask_ConvergedRun_StartsElsewhereWithALargerPopulation()
    {
        var optimizer = new CmaEs(Problem, new CmaEsOptions { PopulationSize = 8, Generations = 400, PopulationGrowth = 2, Seed = 3 });
        var sizes = new List<int>();
        while (optimizer.StopReason == StopReason.None)
        {
            Population population = optimizer.Ask();
            if (sizes.Count == 0 || sizes[^1] != population.Count)
                sizes.Add(population.Count);
            optimizer.Tell([.. population.Select(i => new Evaluation(i, Rastrigin(i.Parameters)))]);
        }

        sizes.Should().HaveCountGreaterThan(2);
        sizes.Should().Equal(Enumerable.Range(0, sizes.Count).Select(run => 8 << run));
        optimizer.Details["restarts"].AsInteger().Should().Be(sizes.Count - 1);
    }

    // A flat fitness, as of a search whose every individual fails alike, converges too.
    [Test]
    public void Ask_FlatFitness_Restarts()
    {
        var optimizer = new CmaEs(Problem, new CmaEsOptions { PopulationSize = 8, Generations = 40, PopulationGrowth = 1 });
        Quick.Run(optimizer, static _ => 7.0);
        optimizer.Details["restarts"].AsInteger().Should().BeGreaterThan(0);
    }

    [Test]
    public void LoadState_AfterRestarts_GoesOnBitForBit()
    {
        string[] whole = [.. Course(Create(), 300)];
        foreach (int at in (int[])[40, 120, 250])
        {
            CmaEs first = Create();
            string[] before = [.. Course(first, at)];
            CmaEs second = Create();
            second.LoadState(OptimizerState.Parse(first.SaveState().ToJson()));
            before.Concat(Course(second, 300 - at)).Should().Equal(whole);
        }

        static CmaEs Create() => new(Problem, new CmaEsOptions { PopulationSize = 8, Generations = 300, PopulationGrowth = 1.5, Seed = 6 });
    }

    private static double Best(double? growth, int seed) =>
        -Quick.Run(new CmaEs(Problem, new CmaEsOptions { PopulationSize = 8, Generations = 500, PopulationGrowth = growth, Seed = seed }), static set => Rastrigin(set)).BestWeighted;

    private static double Rastrigin(ParameterSet set)
    {
        double sum = 0;
        foreach (double x in set.Vector("x"))
            sum += 10 + (x - 0.7) * (x - 0.7) - 10 * Math.Cos(2 * Math.PI * (x - 0.7));
        return sum;
    }

    private static IEnumerable<string> Course(CmaEs optimizer, int generations)
    {
        for (int g = 0; g < generations && optimizer.StopReason == StopReason.None; g++)
        {
            Population population = optimizer.Ask();
            yield return string.Join(";", population.Select(static i => i.ToString()));
            optimizer.Tell([.. population.Select(i => new Evaluation(i, Rastrigin(i.Parameters)))]);
        }
    }
}
