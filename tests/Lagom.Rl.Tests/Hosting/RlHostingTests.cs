using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Lagom.Rl.Tests;

public sealed class RlHostingTests
{
    [Test]
    public void AddEnvironment_OwnOneTwice_IsMadeByItsIdAsTheFirst()
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddLagom().AddRl().AddEnvironment<Mine>("Mine-v0", maxEpisodeSteps: 3).AddEnvironment<Mine>("Mine-v0").AddRl();
        using ServiceProvider provider = services.BuildServiceProvider();
        EnvironmentRegistry registry = provider.GetRequiredService<EnvironmentRegistry>();
        IEnvironment<int, int> environment = registry.Make<int, int>("Mine-v0");
        environment.Reset();
        environment.Step(0);
        environment.Step(0);
        environment.Step(0).Truncated.Should().BeTrue();
        registry.Make<float[], int>("CartPole-v1").Should().NotBeNull();
    }

    [Test]
    public void AddEnvironment_IdOfThePackage_IsNamed()
    {
        var services = new ServiceCollection();
        services.AddLagom().AddEnvironment<Mine>("CartPole-v1");
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.Invoking(p => p.GetRequiredService<EnvironmentRegistry>()).Should().Throw<ArgumentException>().WithMessage("*'CartPole-v1'*already*");
    }

    [Test]
    public async Task AddExperiment_OwnOne_IsFoundByNameAndRun()
    {
        using var folder = new TemporaryFolder();
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddLagom().AddExperiment<Doubling>("doubling").AddExperiment<Doubling>("doubling").AddRl();
        using ServiceProvider provider = services.BuildServiceProvider();

        ExperimentResult result = await provider.GetRequiredService<ExperimentRunner>().RunAsync(
            provider.GetRequiredKeyedService<IExperiment>("doubling"),
            new ConfigSpace { ["x"] = 4 }.Expand(),
            new ExperimentOptions { Directory = folder["run"], Seeds = [1] });

        result.Outcomes.Single().Result!.GetValue<double>().Should().Be(8);
        provider.GetServices<ExperimentRunner>().Should().ContainSingle();
        provider.GetKeyedServices<IExperiment>("doubling").Should().ContainSingle();
    }

    private sealed class Doubling(TimeProvider time) : IExperiment
    {
        public JsonNode? Run(ExperimentJob job, CancellationToken cancellationToken) => time is null ? null : 2 * job.Configuration.Number("x");
    }

    private sealed class Mine(TimeProvider time) : IEnvironment<int, int>
    {
        public Space<int> ObservationSpace { get; } = new Discrete(1);

        public Space<int> ActionSpace { get; } = new Discrete(1);

        public ResetResult<int> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null) => new(0, StepInfo.None);

        public StepResult<int> Step(int action) => new(0, time is null ? 1 : 0, Terminated: false, Truncated: false, StepInfo.None);
    }

    [Test]
    public void AddPpo_InAHost_MakesAlgorithmsForRegisteredEnvironments()
    {
        var services = new ServiceCollection();
        services.AddLagom().AddPpo(new PpoOptions { RolloutSteps = 8 }).AddPpo().AddA2c();
        using ServiceProvider provider = services.BuildServiceProvider();
        using Ppo ppo = provider.GetRequiredService<AlgorithmFactory<Ppo>>().Create("CartPole-v1");
        ppo.Advance().Steps.Should().Be(32);
        using A2c a2c = provider.GetRequiredService<AlgorithmFactory<A2c>>().Create("Pendulum-v1");
        a2c.Policy.ActionSpace.Should().BeOfType<Box>();
    }

    [Test]
    public void AddSac_InAHost_MakesAlgorithmsForRegisteredEnvironments()
    {
        var services = new ServiceCollection();
        services.AddLagom().AddSac(new SacOptions { BufferSize = 500, HiddenSizes = [8], TotalSteps = 100 }).AddSac().AddTd3().AddDdpg().AddDqn(new DqnOptions { BufferSize = 77 });
        using ServiceProvider provider = services.BuildServiceProvider();
        using Sac sac = provider.GetRequiredService<AlgorithmFactory<Sac>>().Create("Pendulum-v1");
        sac.Buffer.Options.Capacity.Should().Be(500);
        using Dqn dqn = provider.GetRequiredService<AlgorithmFactory<Dqn>>().Create("CartPole-v1");
        dqn.Buffer.Options.Capacity.Should().Be(77);
        provider.GetRequiredService<AlgorithmFactory<Td3>>().Should().NotBeNull();
        provider.GetRequiredService<AlgorithmFactory<Ddpg>>().Invoking(factory => factory.Create("CartPole-v1")).Should().Throw<ArgumentException>().WithMessage("*continuous*");
    }
}
