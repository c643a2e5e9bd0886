using System.Text.Json.Nodes;
using Lagom.Rl;
using LagomHost.Algorithms;

namespace LagomHost.Runs;

/// <summary>What one configuration trains, as its items tell it: what is not named here is an option of the algorithm.</summary>
internal sealed record TrainingPlan(string Algorithm, string Environment, long Steps, int EvaluationEpisodes, long CheckpointEvery, double? StopAt, JsonObject Settings)
{
    private const string AlgorithmItem = "algorithm";
    private const string EnvironmentItem = "environment";
    private const string StepsItem = "steps";
    private const string EpisodesItem = "evaluation-episodes";
    private const string CheckpointItem = "checkpoint-every";
    private const string StopItem = "stop-at";

    public static TrainingPlan Of(Configuration configuration)
    {
        var settings = new JsonObject();
        foreach ((string name, ConfigValue value) in configuration)
        {
            if (name is not (AlgorithmItem or EnvironmentItem or StepsItem or EpisodesItem or CheckpointItem or StopItem))
                settings[name] = JsonNode.Parse(value.ToString());
        }

        return new TrainingPlan(
            configuration.Text(AlgorithmItem),
            configuration.Text(EnvironmentItem),
            configuration.Integer(StepsItem),
            (int)configuration.Integer(EpisodesItem),
            configuration.Integer(CheckpointItem),
            configuration.TryGetValue(StopItem, out ConfigValue? stop) ? stop.ToNumber() : null,
            settings);
    }

    /// <summary>The items of a configuration, those of <paramref name="items"/> added.</summary>
    public static ConfigSpace Space(
        string algorithm, string environment, long steps, int episodes, long checkpointEvery, double? stopAt, IEnumerable<KeyValuePair<string, ConfigItem>> items)
    {
        var space = new ConfigSpace
        {
            [AlgorithmItem] = algorithm,
            [EnvironmentItem] = environment,
            [StepsItem] = steps,
            [EpisodesItem] = (long)episodes,
            [CheckpointItem] = checkpointEvery,
        };
        if (stopAt is { } threshold)
            space[StopItem] = threshold;
        foreach ((string name, ConfigItem item) in items)
            space[name] = item;
        return space;
    }

    public IAlgorithm Create(EnvironmentRegistry registry, long seed) => AlgorithmCatalog.Get(Algorithm).Create(registry, Environment, seed, Steps, Settings);
}
