using System.Diagnostics;
using Sdk.Tests.Support;

namespace Sdk.Tests.Packages;

/// <summary>Strangers install packages from a folder of them, and what they read in the READMEs works.</summary>
[Category("Long")]
[Platform(Exclude = "Win", Reason = "The scripts need bash.")]
public sealed class PackageConsumerTests
{
    private static PackageFeed Feed => PackageFeed.Shared;

    [Test]
    public void OneEmulator_RunsTheReadme_WithoutAnyTraceOfTorch()
    {
        Consumer consumer = Feed.Consumer("Emulation", FirstExample(), "Layg.Emulators.CholeskyKnn");

        int emulated = int.Parse(consumer.Run().Split('%')[0]);

        emulated.Should().BeInRange(95, 99, "of 40020 calls 1000 are learnt, and the function is a polynomial");
        consumer.InstalledPackages().Intersect(Repository.PackageIds, StringComparer.Ordinal)
            .Should().BeEquivalentTo("Layg.Emulators.CholeskyKnn", "Layg.Core", "Shared.Tensors");
        consumer.OutputFiles().Should().NotContain(file =>
            file.Contains("torch", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".so", StringComparison.Ordinal) || file.EndsWith(".dll.so", StringComparison.Ordinal));
    }

    [Test]
    public void OneEmulator_PublishedTrimmedAsOneFile_Runs() =>
        Feed.Consumer("TrimmedEmulation", FirstExample(), "Layg.Emulators.CholeskyKnn").PublishTrimmedAndRun().Should().Contain("emulated");

    [Test]
    public void Evolution_PublishedTrimmedAsOneFile_Runs() =>
        Feed.Consumer("TrimmedEvolution", """
            using Lagom.Evolution;

            EvolutionRun run = Evolve.Run(new CmaEs([3, -2], sigma0: 1), x => (x[0] * x[0]) + (x[1] * x[1]));
            Console.WriteLine(run.Result.FBest < 1e-8 ? "found" : "lost");
            """, "Lagom.Evolution").PublishTrimmedAndRun().Should().Contain("found");

    [Test]
    public void EvoGrad_Alone_BringsTheNativeShim()
    {
        Consumer consumer = Feed.Consumer("Gradients", """
            using EvoGrad;
            using TorchSharp;
            using static TorchSharp.torch;

            using var mean = nn.Parameter(zeros(2));
            var population = new NormalPopulation(mean, ones(2));
            using var search = new EvolutionGradient(population, Fitness.Batched(x => -(x - 3).square().sum(1)), new EvolutionGradientOptions
            {
                PopulationSize = 100,
                Seed = 1,
                Optimizer = parameters => optim.Adam(parameters, 0.1),
            });
            search.Run(200);
            Console.WriteLine((mean - 3).abs().max().item<float>() < 0.3f ? "found" : "lost");
            """, "EvoGrad");

        consumer.Run().Should().Contain("found");
        consumer.OutputFiles().Should().Contain(file => file.EndsWith("libsharedtensors.so", StringComparison.Ordinal));
    }

    [Test]
    public void Tool_InstalledAlone_AnswersAndMakesAProject()
    {
        using var folder = new TemporaryFolder();
        ProcessResult install = Feed.DotNet("tool", "install", "ExpUtils.Tool", "--tool-path", folder.Path);
        install.ExitCode.Should().Be(0, install.Output + install.Error);

        ProcessResult help = ProcessResult.Of(new ProcessStartInfo(Path.Combine(folder.Path, "exputils"), ["--help"]));

        help.ExitCode.Should().Be(0, help.Error);
        help.Output.Should().Contain("schedule").And.Contain("missing").And.Contain("plot");
    }

    [Test]
    public void AllPackages_InOneHost_AnswerToTheirInterfaces()
    {
        Consumer consumer = Feed.Consumer("Everything", """
            using Lagom.Evolution;
            using Lagom.Rl;
            using Layg;
            using Microsoft.Extensions.DependencyInjection;

            var services = new ServiceCollection();
            services.AddLayg().AddCholeskyKnn().AddGaussianProcess().AddTorch();
            services.AddLagom().AddRl().AddEvolution().AddPpo().AddEnvironment<GridWorld>("Mine-v0");
            services.AddEvoGrad();
            services.AddExpUtils().AddLocalScheduler();
            services.AddL2L();
            using ServiceProvider provider = services.BuildServiceProvider();

            using Learner learner = provider.GetRequiredService<LearnerFactory>().Wrap(x => x[0], dimension: 1, "gaussian-process");
            var environment = provider.GetRequiredService<EnvironmentRegistry>().Make<int, int>("Mine-v0");
            var strategy = provider.GetRequiredService<IStrategyFactory>().Create("xnes", [1.0, 2.0], sigma0: 1);
            Console.WriteLine($"{learner.Evaluate([3.0]).Value} {environment.Reset(seed: 1).Observation >= 0} {strategy.Ask().Count > 0}");
            """, [.. Repository.PackageIds, "Microsoft.Extensions.DependencyInjection/10.0.14"]);

        consumer.Run().Should().Contain("3 True True");
    }

    private static string FirstExample() => File.ReadAllText(Repository.PathOf("README.md")).Split("```csharp")[1].Split("```")[0];
}
