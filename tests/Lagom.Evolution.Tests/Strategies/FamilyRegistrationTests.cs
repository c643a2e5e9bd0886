using Microsoft.Extensions.DependencyInjection;

namespace Lagom.Evolution.Tests.Strategies;

[TestFixture]
internal sealed class FamilyRegistrationTests
{
    [TestCase("one-plus-one-cma-es", typeof(OnePlusOneCmaEs))]
    [TestCase("xnes", typeof(Xnes))]
    [TestCase("snes", typeof(Snes))]
    [TestCase("pgpe", typeof(Pgpe))]
    [TestCase("openai-es", typeof(OpenAiEs))]
    [TestCase("cem", typeof(CrossEntropyMethod))]
    [TestCase("ars", typeof(AugmentedRandomSearch))]
    [TestCase("differential-evolution", typeof(DifferentialEvolution))]
    [TestCase("random-search", typeof(RandomSearch))]
    public void Create_ByName_TheStrategyWithTheCommonOptions(string name, Type expected)
    {
        var services = new ServiceCollection();
        services.AddLagom().AddEvolution();
        using ServiceProvider provider = services.BuildServiceProvider();
        IEvolutionStrategy strategy = provider.GetRequiredService<IStrategyFactory>().Create(
            name, [1, 2], 0.5, new StrategyOptions { Direction = ObjectiveDirection.Maximize, Seed = 4 });
        strategy.Should().BeOfType(expected);
        strategy.Direction.Should().Be(ObjectiveDirection.Maximize);
        strategy.Dimension.Should().Be(2);
    }
}
