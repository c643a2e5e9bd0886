using Microsoft.Extensions.DependencyInjection;

namespace L2L.Running.Tests.Hosting;

internal sealed class AddL2LTests
{
    [Test]
    public void AddL2L_Twice_RegistersEverythingOnce()
    {
        var services = new ServiceCollection();
        services.AddL2L();
        int count = services.Count;

        services.AddL2L();

        services.Should().HaveCount(count);
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<IOptimizerFactory>().All.Select(entry => entry.Name).Should().Equal(OptimizerCatalog.All.Select(entry => entry.Name));
        provider.GetRequiredService<IOptimizeeFactory>().All.Select(entry => entry.Name).Should().Contain("rastrigin").And.Contain("digits");
    }

    [Test]
    public void Create_ByName_MakesOptimizeeAndOptimizerWithSettings()
    {
        using ServiceProvider provider = Provider();
        IOptimizeeFactory optimizees = provider.GetRequiredService<IOptimizeeFactory>();
        IOptimizee optimizee = optimizees.Create("Rastrigin", new Dictionary<string, string> { ["dimension"] = "4" });

        IOptimizer optimizer = provider.GetRequiredService<IOptimizerFactory>().Create(
            "cross-entropy", SearchProblem.Of(optimizee, optimizees.WeightsOf("rastrigin")), new Dictionary<string, string> { ["population-size"] = "7" });

        optimizee.Space.Dimension.Should().Be(4);
        optimizer.Problem.Weights.Values.ToArray().Should().Equal(-1);
        optimizer.Ask().Count.Should().Be(7);
    }

    [Test]
    public void Create_EveryOptimizee_SimulatesAnIndividualOfItsOwn()
    {
        using ServiceProvider provider = Provider();
        foreach (OptimizeeEntry entry in provider.GetRequiredService<IOptimizeeFactory>().All)
        {
            IOptimizee optimizee = provider.GetRequiredService<IOptimizeeFactory>().Create(entry.Name);
            var individual = new Individual(0, 0, optimizee.CreateIndividual(new RandomStream(1)));
            FitnessVector fitness = optimizee.Simulate(individual.Parameters, new SimulationContext(new EvaluationRequest(individual, new RandomStream(2).State)), default);
            fitness.Length.Should().Be(entry.Weights.Length, entry.Name);
            fitness.IsFinite.Should().BeTrue(entry.Name);
        }
    }

    [Test]
    public void AddOptimizerAndOptimizee_OnesOwn_AreFoundAndTheFirstOfANameStays()
    {
        var services = new ServiceCollection();
        services.AddL2L()
            .AddOptimizer<RandomSearchOptions>("mine", "my own", (problem, options) => new RandomSearch(problem, options))
            .AddOptimizee("flat", FitnessWeights.Maximize, _ => Optimizee.From(new ParameterSpace(new RealParameter("x", 0, 1)), (_, _, _) => 1))
            .AddOptimizee("FLAT", FitnessWeights.Minimize, _ => throw new InvalidOperationException());
        using ServiceProvider provider = services.BuildServiceProvider();

        IOptimizee optimizee = provider.GetRequiredService<IOptimizeeFactory>().Create("flat");
        IOptimizer optimizer = provider.GetRequiredService<IOptimizerFactory>().Create("mine", SearchProblem.Of(optimizee, FitnessWeights.Maximize));

        optimizer.Should().BeOfType<RandomSearch>();
    }

    [Test]
    public void AddOptimizee_WhoseConstructorTakesServices_GetsThem()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new Slope(3));
        services.AddL2L().AddOptimizee<Line>("line", FitnessWeights.Minimize).AddOptimizee<Line>("LINE", FitnessWeights.Maximize);
        using ServiceProvider provider = services.BuildServiceProvider();
        IOptimizeeFactory optimizees = provider.GetRequiredService<IOptimizeeFactory>();

        IOptimizee line = optimizees.Create("Line");

        optimizees.WeightsOf("line").Values.ToArray().Should().Equal(-1);
        var individual = new Individual(0, 0, line.CreateIndividual(new RandomStream(1)));
        FitnessVector fitness = line.Simulate(individual.Parameters, new SimulationContext(new EvaluationRequest(individual, new RandomStream(2).State)), default);
        fitness[0].Should().Be(3 * individual.Parameters.Real("x"));
    }

    private sealed record Slope(double Value);

    private sealed class Line(Slope slope) : IOptimizee
    {
        public ParameterSpace Space { get; } = new(new RealParameter("x", 0, 1));

        public FitnessVector Simulate(ParameterSet parameters, SimulationContext context, CancellationToken cancellationToken) => slope.Value * parameters.Real("x");
    }

    [Test]
    public void Create_UnknownNameOrSetting_SuggestsTheNearest()
    {
        using ServiceProvider provider = Provider();
        IOptimizeeFactory optimizees = provider.GetRequiredService<IOptimizeeFactory>();

        optimizees.Invoking(f => f.Create("rastrigni")).Should().Throw<ArgumentException>().WithMessage("*no optimizee 'rastrigni'*Did you mean 'rastrigin'?*");
        optimizees.Invoking(f => f.Create("rastrigin", new Dictionary<string, string> { ["dimensions"] = "2" })).Should().Throw<ArgumentException>()
            .WithMessage("*no setting 'dimensions'*Did you mean 'dimension'?*");
        optimizees.Invoking(f => f.Create("rastrigin", new Dictionary<string, string> { ["dimension"] = "0" })).Should().Throw<ArgumentException>().WithMessage("dimension is '0'*");
        optimizees.Invoking(f => f.Create("ackley", new Dictionary<string, string> { ["noise"] = "-1" })).Should().Throw<ArgumentException>().WithMessage("noise is '-1'*");
        provider.GetRequiredService<IOptimizerFactory>().Invoking(f => f.Create("cros-entropy", SearchProblem.Of(optimizees.Create("ackley"), FitnessWeights.Minimize)))
            .Should().Throw<ArgumentException>().WithMessage("*Did you mean 'cross-entropy'?*");
    }

    private static ServiceProvider Provider()
    {
        var services = new ServiceCollection();
        services.AddL2L();
        return services.BuildServiceProvider();
    }
}
