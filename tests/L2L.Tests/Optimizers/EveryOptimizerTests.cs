namespace L2L.Tests.Optimizers;

/// <summary>What holds for every optimizer of the catalog.</summary>
public sealed class EveryOptimizerTests
{
    private static readonly ParameterSpace Mixed = new(
        new VectorParameter("coords", 2, -5, 5), new RealParameter("rate", 1e-4, 1, log: true), new IntegerParameter("layers", 1, 5),
        new CategoryParameter("kind", "a", "b", "c"), new RealParameter("slope", 0, 1) { Condition = ParameterCondition.When("kind", "b", "c") });

    private static IEnumerable<string> Names() => OptimizerCatalog.All.Select(e => e.Name);

    private static IOptimizer Create(string name, SearchProblem problem, int generations = 8, long seed = 5)
    {
        var settings = new Dictionary<string, string> { ["generations"] = generations.ToString(), ["seed"] = seed.ToString() };
        if (name == "grid-search")
            settings["steps"] = "2";
        if (OptimizerCatalog.All.Single(e => e.Name == name).Options.Contains("PopulationSize") && name != "bayesian-optimization")
            settings["population-size"] = "12";
        if (name == "successive-halving")
            settings["configurations"] = "9";
        if (name is "successive-halving" or "hyperband" or "asynchronous-halving")
            settings["max-budget"] = "9";
        if (name is "tpe" or "bayesian-optimization")
            settings["startup"] = "4";
        return OptimizerCatalog.Create(name, problem, settings);
    }

    private static double Cost(ParameterSet set) =>
        set.Vector("coords")[0] * set.Vector("coords")[0] + Math.Abs(set.Vector("coords")[1] - 1) + Math.Abs(Math.Log10(set.Real("rate")) + 2)
        + set.Integer("layers") + (set.Text("kind") == "a" ? 1 : set.Real("slope"));

    [TestCaseSource(nameof(Names))]
    public void Run_MixedSpace_StaysInTheDomainsAndEnds(string name)
    {
        var problem = new SearchProblem(Mixed, FitnessWeights.Minimize);
        IOptimizer optimizer = Create(name, problem);
        int generations = 0;
        double best = double.PositiveInfinity;
        while (optimizer.StopReason == StopReason.None)
        {
            Population population = optimizer.Ask();
            foreach (Individual individual in population)
                Mixed.Validate(individual.Parameters);
            Evaluation[] evaluations = [.. population.Select(i => new Evaluation(i, Cost(i.Parameters)))];
            best = Math.Min(best, evaluations.Min(e => e.Fitness[0]));
            optimizer.Tell(evaluations);
            optimizer.Details.Names.Should().NotBeEmpty();
            generations++;
        }

        generations.Should().Be(name == "grid-search" ? 1 : 8);
        OptimizerResult result = optimizer.End();
        result.Generations.Should().Be(generations);
        if (name is not "successive-halving" and not "hyperband" and not "asynchronous-halving")
            result.Best.Fitness[0].Should().Be(best, "the result is the best of the whole run, not of its last generation");
        optimizer.Invoking(o => o.Ask()).Should().Throw<InvalidOperationException>().WithMessage("*is over*");
        optimizer.Settings.Names.Should().Contain("Seed").And.Contain("Generations");
    }

    [TestCaseSource(nameof(Names))]
    public void LoadState_AfterAnyGeneration_GoesOnBitForBit(string name)
    {
        var problem = new SearchProblem(Mixed, FitnessWeights.Minimize);
        string[] whole = [.. Course(Create(name, problem))];
        for (int at = 0; at < 8; at += 3)
        {
            IOptimizer first = Create(name, problem);
            string[] before = [.. Course(first, at)];
            if (first.StopReason != StopReason.None)
                break;
            // Half of the times a population is under way when the state is saved.
            if (at % 2 == 1)
                first.Ask();
            string saved = first.SaveState().ToJson();
            IOptimizer second = Create(name, problem);
            second.LoadState(OptimizerState.Parse(saved));
            second.SaveState().ToJson().Should().Be(saved);
            before.Concat(Course(second)).Should().Equal(whole);
            second.End().Best.Fitness.Should().Be(Run(name, problem).Best.Fitness);
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Run_OtherSeed_GivesAnotherCourse(string name)
    {
        if (name == "grid-search")
            return;
        var problem = new SearchProblem(Mixed, FitnessWeights.Minimize);
        Course(Create(name, problem, seed: 6)).Should().NotEqual(Course(Create(name, problem)));
        Course(Create(name, problem)).Should().Equal(Course(Create(name, problem)));
    }

    [TestCaseSource(nameof(Names))]
    public void Ask_OptimizeeWithAConstraint_KeepsIt(string name)
    {
        var space = new ParameterSpace(new RealParameter("low", 0, 1), new RealParameter("high", 0, 1));
        var problem = new SearchProblem(space, FitnessWeights.Minimize, boundIndividual: static set => set.Real("low") <= set.Real("high") ? set
            : new ParameterSet(("low", set.Real("high")), ("high", set.Real("low"))));
        IOptimizer optimizer = Create(name, problem, generations: 4);
        while (optimizer.StopReason == StopReason.None)
        {
            Population population = optimizer.Ask();
            population.Should().OnlyContain(i => i.Parameters.Real("low") <= i.Parameters.Real("high"));
            optimizer.Tell([.. population.Select(i => new Evaluation(i, i.Parameters.Real("high") - i.Parameters.Real("low")))]);
        }
    }

    [TestCase("sobol-search")]
    [TestCase("tpe")]
    [TestCase("bayesian-optimization")]
    [TestCase("nsga-ii")]
    [TestCase("population-based-training")]
    public void Construction_WithoutBounds_NamesTheParameter(string name)
    {
        var space = new ParameterSpace(new RealParameter("bounded", 0, 1), new VectorParameter("free", 3));
        FluentActions.Invoking(() => OptimizerCatalog.Create(name, new SearchProblem(space, FitnessWeights.Minimize)))
            .Should().Throw<ArgumentException>().WithMessage($"{name} needs bounds for every parameter; 'free' has none*");
    }

    [TestCase("random-search")]
    [TestCase("sobol-search")]
    [TestCase("tpe")]
    [TestCase("bayesian-optimization")]
    [TestCase("asynchronous-halving")]
    public void SteadyState_SavedWithSomeUnderWay_GivesThemAgain(string name)
    {
        var problem = new SearchProblem(Mixed, FitnessWeights.Minimize);
        var optimizer = (ISteadyStateOptimizer)Create(name, problem, generations: 20);
        var running = new Queue<Individual>();
        for (int i = 0; i < 14; i++)
        {
            running.Enqueue(optimizer.AskOne()!);
            if (i >= 3)
                Tell(optimizer, running);
        }

        var second = (ISteadyStateOptimizer)Create(name, problem, generations: 20);
        second.LoadState(OptimizerState.Parse(optimizer.SaveState().ToJson()));
        Individual[] again = [second.AskOne()!, second.AskOne()!, second.AskOne()!];
        again.Should().Equal(running);
        var other = new Queue<Individual>(again);
        for (int i = 0; i < 3; i++)
        {
            Individual next = optimizer.AskOne()!;
            second.AskOne()!.Should().Be(next);
            running.Enqueue(next);
            other.Enqueue(next);
            Tell(optimizer, running);
            Tell(second, other);
        }

        optimizer.Invoking(o => o.TellOne(new Evaluation(new Individual(999, 0, again[0].Parameters), 1.0))).Should().Throw<ArgumentException>().WithMessage("*not being evaluated*");

        static void Tell(ISteadyStateOptimizer optimizer, Queue<Individual> running)
        {
            Individual done = running.Dequeue();
            optimizer.TellOne(new Evaluation(done, Cost(done.Parameters)));
        }
    }

    private static OptimizerResult Run(string name, SearchProblem problem) => Quick.Run(Create(name, problem), set => Cost(set));

    private static IEnumerable<string> Course(IOptimizer optimizer, int generations = int.MaxValue)
    {
        for (int g = 0; g < generations && optimizer.StopReason == StopReason.None; g++)
        {
            Population population = optimizer.Ask();
            foreach (Individual individual in population)
                yield return $"{individual} {individual.Budget} {individual.Configuration}";
            optimizer.Tell([.. population.Select(i => new Evaluation(i, Cost(i.Parameters)) { Checkpoint = BitConverter.GetBytes(Cost(i.Parameters)) })]);
        }
    }
}
