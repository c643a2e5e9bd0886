using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EvoGrad.Tests;

public sealed class HostingTests
{
    [Test]
    public void AddEvoGrad_CalledTwice_AddsUpTheConfiguration()
    {
        var services = new ServiceCollection();
        services.AddEvoGrad(options => options.PopulationSize = 30).AddEvoGrad(options => options.Seed = 9);
        using ServiceProvider provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<EvolutionGradientFactory>();
        using var mean = new Parameter(zeros(2));

        using EvolutionGradient search = factory.Create(Population.Normal(mean, 1.0), Fitness.Batched(x => x.sum(1)), options => options.Antithetic = true);

        search.Ask().Count.Should().Be(30);
        services.Count(service => service.ServiceType == typeof(EvolutionGradientFactory)).Should().Be(1);
        provider.GetRequiredService<IOptions<EvolutionGradientOptions>>().Value.Antithetic.Should().BeFalse();
    }

    [Test]
    public void AddEvoGrad_BadOption_IsRefusedByName()
    {
        using ServiceProvider provider = new ServiceCollection().AddEvoGrad(options => options.PopulationSize = 0).BuildServiceProvider();

        provider.Invoking(p => p.GetRequiredService<EvolutionGradientFactory>()).Should().Throw<OptionsValidationException>().WithMessage("*PopulationSize is 0*");
    }
}
