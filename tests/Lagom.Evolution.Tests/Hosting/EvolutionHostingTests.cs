using Microsoft.Extensions.DependencyInjection;

namespace Lagom.Evolution.Tests.Hosting;

public sealed class EvolutionHostingTests
{
    [Test]
    public void AddEvolution_CalledTwice_RegistersOnce()
    {
        var services = new ServiceCollection();
        services.AddLagom().AddEvolution();
        int count = services.Count;
        services.AddLagom().AddEvolution();
        services.Count(service => service.ServiceType == typeof(IStrategyFactory)).Should().Be(1);
        services.Count(service => service.ServiceType.Name == "StrategyRegistration").Should().BeLessThan(count);
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStrategyFactory>().Names.Should().OnlyHaveUniqueItems().And.Contain("cma-es");
    }

    [Test]
    public void AddStrategy_OfTheUser_IsFoundByName()
    {
        using ServiceProvider provider = new ServiceCollection().AddLagom().AddEvolution().AddStrategy<Mine>("mine").Services.BuildServiceProvider();
        IEvolutionStrategy strategy = provider.GetRequiredService<IStrategyFactory>().Create("MINE", [1, 2], 0.25, new StrategyOptions { Seed = 3 });
        strategy.Should().BeOfType<Mine>();
        strategy.Dimension.Should().Be(2);
        Evolve.Run(strategy, Functions.Sphere).StopReasons.Should().Be(StopReasons.MaxIterations);
    }

    [Test]
    public void Create_UnknownName_SuggestsTheNearest()
    {
        using ServiceProvider provider = new ServiceCollection().AddLagom().AddEvolution().Services.BuildServiceProvider();
        IStrategyFactory factory = provider.GetRequiredService<IStrategyFactory>();
        factory.Invoking(f => f.Create("cma-ess", [1], 1)).Should().Throw<ArgumentException>().WithMessage("*'cma-es'*");
        factory.Invoking(f => f.Create("cma-es", [1], 1, new LmMaEsOptions())).Should().Throw<ArgumentException>().WithMessage("*CmaEsOptions*");
    }

    /// <summary>How little a strategy of one's own takes: the mean moves to the best of each generation.</summary>
    private sealed class Mine(StrategyRequest request) : EvolutionStrategy("mine", request.X0.Length, new StrategyOptions { Stop = new StopCriteria { MaxIterations = 5 } })
    {
        private double[] _mean = request.X0.ToArray();

        public override int PopulationSize => 4;

        protected override void Sample(Span<double> candidates)
        {
            Random.FillNormal(candidates);
            for (int i = 0; i < candidates.Length; i++)
                candidates[i] = _mean[i % Dimension] + request.Sigma0 * candidates[i];
        }

        protected override void Update(ToldGeneration generation) => generation[generation.Order[0]].CopyTo(_mean);

        protected override void WriteFavorite(Span<double> favorite) => _mean.CopyTo(favorite);

        protected override void WriteStandardDeviations(Span<double> deviations) => deviations.Fill(request.Sigma0);

        protected override void Save(StrategyState state) => state.Set("mean", _mean);

        protected override void Load(StrategyState state) => _mean = state.GetArray("mean", Dimension);
    }
}
