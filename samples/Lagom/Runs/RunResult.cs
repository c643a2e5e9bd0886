using System.Text.Json.Nodes;

namespace LagomHost.Runs;

/// <summary>What came of one seed of one configuration; the result that the experiment keeps.</summary>
/// <param name="Steps">Environment steps taken.</param>
/// <param name="MeanReturn">The mean return of the last evaluation, of many episodes.</param>
/// <param name="StandardDeviation">The standard deviation of its returns.</param>
/// <param name="Episodes">How many episodes it had.</param>
/// <param name="SolvedAt">The step of the first evaluation that reached the environment's threshold; null where none did.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record RunResult(long Steps, double MeanReturn, double StandardDeviation, int Episodes, long? SolvedAt, double Seconds)
{
    public JsonNode ToJson() => new JsonObject
    {
        ["steps"] = Steps,
        ["mean-return"] = MeanReturn,
        ["standard-deviation"] = StandardDeviation,
        ["episodes"] = Episodes,
        ["solved-at"] = SolvedAt,
        ["seconds"] = Seconds,
    };

    public static RunResult Of(JsonNode json) => new(
        json["steps"]!.GetValue<long>(),
        json["mean-return"]!.GetValue<double>(),
        json["standard-deviation"]!.GetValue<double>(),
        json["episodes"]!.GetValue<int>(),
        json["solved-at"]?.GetValue<long>(),
        json["seconds"]!.GetValue<double>());
}
