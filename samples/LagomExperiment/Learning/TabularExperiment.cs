using System.Text.Json.Nodes;
using Lagom.Rl;

namespace LagomExperiment.Learning;

/// <summary>One run of a tabular learner: logs what it earns while it learns, and what its greedy policy earns.</summary>
internal sealed class TabularExperiment(EnvironmentRegistry environments) : IExperiment
{
    public const string LearningReturn = "learning/return";
    public const string GreedyReturn = "greedy/return";

    private const int LongestEpisode = 500;
    private const int EvaluationEpisodes = 20;
    private const int Points = 50;

    public JsonNode? Run(ExperimentJob job, CancellationToken cancellationToken)
    {
        Configuration configuration = job.Configuration;
        var root = new RandomStream(job.Seed);
        IEnvironment<int, int> environment = Make(configuration);
        IEnvironment<int, int> evaluation = Make(configuration);
        environment.Reset(root.Split("environment").NextInt32(int.MaxValue));
        evaluation.Reset(root.Split("evaluation").NextInt32(int.MaxValue));
        var learner = new TabularLearner(
            environment.ObservationSpace.FlatDimension, environment.ActionSpace.FlatDimension, Enum.Parse<TabularMethod>(Name(configuration.Text("method"))),
            configuration.Number("rate"), configuration.Number("discount"), configuration.Number("exploration"), root.Split("actions"));

        long episodes = configuration.Integer("episodes");
        var log = new CountTrigger(episodes, Math.Min(Points, episodes));
        double earned = 0;
        int played = 0;
        using IMetricSink sink = Sinks(job);
        for (long episode = 1; episode <= episodes; episode++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            earned += learner.LearnEpisode(environment);
            played++;
            if (!log.Check(episode))
                continue;
            sink.Write(episode, new Dictionary<string, double>
            {
                [LearningReturn] = earned / played,
                [GreedyReturn] = Enumerable.Range(0, EvaluationEpisodes).Average(_ => learner.PlayGreedily(evaluation)),
            });
            (earned, played) = (0, 0);
        }

        return Enumerable.Range(0, EvaluationEpisodes).Average(_ => learner.PlayGreedily(evaluation));
    }

    private static IMetricSink Sinks(ExperimentJob job)
    {
        var board = new TensorBoardSink(job.PathOf("tensorboard"));
        board.WriteHyperparameters(job.Configuration, GreedyReturn);
        return MetricSinks.All(new JsonLinesSink(job.PathOf("log.jsonl")), board);
    }

    private static string Name(string method) => string.Concat(method.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private TimeLimit<int, int> Make(Configuration configuration) => new(environments.Make<int, int>(configuration.Text("environment")), LongestEpisode);
}
