using System.Text.RegularExpressions;
using Sdk.Tests.Documentation;

namespace Sdk.Tests.Packages;

/// <summary>Strangers compose packages in a host of theirs, with parts of their own.</summary>
[Category("Long")]
[Platform(Exclude = "Win", Reason = "The scripts need bash.")]
public sealed partial class HostedConsumerTests
{
    private const string Hosting = "Microsoft.Extensions.Hosting/10.0.14";

    [Test]
    public void RlAndEvolution_InAGenericHost_TrainAndSearch()
    {
        Consumer consumer = PackageFeed.Shared.Consumer("Lagom", """
            using Lagom.Evolution;
            using Lagom.Rl;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;

            HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddLagom().AddRl().AddPpo(new PpoOptions { Seed = 1, RolloutSteps = 32 }).AddEvolution();
            builder.Services.AddHostedService<Study>();
            await builder.Build().RunAsync();

            internal sealed class Study(
                AlgorithmFactory<Ppo> algorithms, IStrategyFactory strategies, EnvironmentRegistry environments, IHostApplicationLifetime host) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    using Ppo agent = algorithms.Create("CartPole-v1");
                    await new TrainingLoop(agent, environments, "CartPole-v1", new TrainingOptions(512)).RunAsync(cancellationToken: stoppingToken);

                    IEvolutionStrategy strategy = strategies.Create(
                        "cma-es", new double[4], sigma0: 0.5, new StrategyOptions { Seed = 1, Direction = ObjectiveDirection.Maximize, Stop = new StopCriteria { MaxEvaluations = 400 } });
                    EvolutionRun run = Evolve.Run(strategy, Return, cancellationToken: stoppingToken);

                    Console.WriteLine($"trained {agent.StepsDone}, found {run.Result.FBest >= 195}");
                    host.StopApplication();
                }

                // How long a linear policy keeps the pole up, over three beginnings, for 200 steps at most.
                private double Return(ReadOnlySpan<double> weights)
                {
                    double sum = 0;
                    IEnvironment<float[], int> cart = environments.Make<float[], int>("CartPole-v1");
                    for (int episode = 0; episode < 3; episode++)
                    {
                        float[] seen = cart.Reset(seed: episode).Observation;
                        for (int step = 0; step < 200; step++)
                        {
                            double push = 0;
                            for (int i = 0; i < seen.Length; i++)
                                push += weights[i] * seen[i];
                            StepResult<float[]> result = cart.Step(push > 0 ? 1 : 0);
                            sum += result.Reward;
                            if (result.Terminated)
                                break;
                            seen = result.Observation;
                        }
                    }

                    return sum / 3;
                }
            }
            """, "Lagom.Rl", "Lagom.Evolution", Hosting);

        consumer.Run().Should().Contain("trained 512, found True");
        consumer.InstalledPackages().Should().NotContain(["Layg.Core", "EvoGrad", "ExpUtils", "L2L"]);
    }

    [Test]
    public void PartsOfOnesOwn_AsTheDocumentationWritesThem_DoTheirWork()
    {
        Snippet[] parts = [.. Document.Snippets("docs/extending.md").Where(snippet => snippet.Code.StartsWith("services.", StringComparison.Ordinal))];
        parts.Should().HaveCount(5, "an emulator, an environment, a strategy, an optimizee and optimizer, a store and scheduler");
        string[][] split = [.. parts.Select(part => FirstType().Split(part.Code, 2))];

        Consumer consumer = PackageFeed.Shared.Consumer("Own", $$$"""
            using ExpUtils;
            using ExpUtils.Running;
            using L2L;
            using Lagom.Evolution;
            using Lagom.Rl;
            using Layg;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;
            using Shared.Tensors;

            // The scheduler starts this program again for each run of the experiment.
            if (args.Length > 0)
            {
                return await ExperimentProgram.RunAsync(args, (run, _) =>
                {
                    using IRunWriter results = run.BeginResults();
                    results.Write("twice", [0], [2 * run.Parameters["x"].AsDouble()]);
                    results.Complete();
                    return ValueTask.CompletedTask;
                }, output: Console.Out);
            }

            Directory.CreateDirectory("experiments");
            File.WriteAllText("config.json", "{\"save_path\": \"results/{name}/{params}\"}");
            File.WriteAllText("experiments/doubling.json", "{\"metaParameters\": {\"x\": [1.5, 2.5]}}");

            HostApplicationBuilder builder = Host.CreateApplicationBuilder();
            IServiceCollection services = builder.Services;
            {{{string.Join('\n', split.Select(part => part[0]))}}}
            using IHost host = builder.Build();
            await host.StartAsync();
            IServiceProvider own = host.Services;

            using Learner learner = own.GetRequiredService<LearnerFactory>().Wrap(_ => 5.0, dimension: 1, "mean", new LearnerOptions { InitialTrainingThreshold = 20 });
            for (int i = 0; i < 100; i++)
                learner.Evaluate([i]);
            Console.WriteLine($"emulator: {learner.Statistics.EmulatedFraction > 0.5}");

            EnvironmentRegistry environments = own.GetRequiredService<EnvironmentRegistry>();
            IEvolutionStrategy climber = own.GetRequiredService<IStrategyFactory>().Create(
                "climber", [3.0], sigma0: 0.5, new StrategyOptions { Seed = 1, Stop = new StopCriteria { MaxEvaluations = 200 } });
            EvolutionRun run = Evolve.Run(climber, threshold =>
            {
                IEnvironment<float[], int> walk = environments.Make<float[], int>("Walk-v0");
                float place = walk.Reset(seed: 1).Observation[0];
                for (double cost = 0; ;)
                {
                    StepResult<float[]> step = walk.Step(place > threshold[0] ? 0 : 1);
                    (place, cost) = (step.Observation[0], cost - step.Reward);
                    if (step.Terminated || step.Truncated)
                        return cost;
                }
            });
            Console.WriteLine($"environment and strategy: {run.Result.FBest < 100}");

            IOptimizeeFactory optimizees = own.GetRequiredService<IOptimizeeFactory>();
            IOptimizee bowl = optimizees.Create("bowl");
            IOptimizer scatter = own.GetRequiredService<IOptimizerFactory>().Create(
                "scatter", SearchProblem.Of(bowl, optimizees.WeightsOf("bowl")), new Dictionary<string, string> { ["generations"] = "40", ["step"] = "0.5" });
            L2L.ExperimentResult tuned = await new L2L.Experiment(bowl, scatter, new L2L.ExperimentOptions { Seed = 1 }).RunAsync();
            Console.WriteLine($"optimizer: {tuned.BestFitness[0] < 0.5}");

            IScheduler scheduler = own.GetRequiredService<IScheduler>();
            ExperimentDescription experiment = own.GetRequiredService<IExperimentSource>().Open("doubling");
            var command = new RunCommand([Environment.ProcessPath!]);
            ScheduleResult done = await scheduler.ScheduleAsync(new ScheduleRequest(experiment, Runs: 2, command));
            experiment.OpenResults().Dispose();
            using IResultStore store = own.GetRequiredService<IResultStores>().Open(experiment);
            double sum = store.Read("twice").Sum(series => series.Values[0]);
            Console.WriteLine($"scheduler and store: {done.Submitted.Count} runs, {store.Runs().Count} stored, sum {sum}");
            try
            {
                await scheduler.ScheduleAsync(new ScheduleRequest(experiment, Runs: 101, command));
            }
            catch (ArgumentOutOfRangeException)
            {
                Console.WriteLine("the scheduler is careful");
            }

            await host.StopAsync();
            return 0;

            {{{string.Join("\n\n", split.Select(part => part[1]))}}}
            """, "Layg.Core", "Lagom.Rl", "Lagom.Evolution", "L2L", "ExpUtils", Hosting);

        consumer.Run().Should().Contain("emulator: True").And.Contain("environment and strategy: True").And.Contain("optimizer: True")
            .And.Contain("scheduler and store: 4 runs, 4 stored, sum 16").And.Contain("the scheduler is careful");
    }

    [GeneratedRegex(@"\n\n(?=public )", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstType();
}
