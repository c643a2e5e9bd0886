using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lagom.Rl;

namespace LagomHost.Algorithms;

/// <summary>An algorithm whose options are a record of its own.</summary>
internal sealed class AlgorithmEntry<TOptions>(string name, string summary, Func<string, TOptions> optionsFor, Func<IEnvironmentBatch, TOptions, IAlgorithm> create)
    : AlgorithmEntry(name, summary)
    where TOptions : class
{
    private const string SeedName = "Seed";
    private const string StepsName = "TotalSteps";
    private const string CopiesName = "Environments";

    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public override IReadOnlyList<string> OptionNames { get; } =
        [.. typeof(TOptions).GetProperties().Where(property => property.CanWrite && property.Name is not (SeedName or StepsName)).Select(property => property.Name)];

    public override long DefaultSteps(string environmentId) => ToJson(environmentId)[StepsName]!.GetValue<long>();

    public override IAlgorithm Create(EnvironmentRegistry registry, string environmentId, long seed, long steps, JsonObject settings)
    {
        JsonObject json = ToJson(environmentId);
        foreach ((string name, JsonNode? value) in settings)
            json[name] = value?.DeepClone();
        json[SeedName] = seed;
        json[StepsName] = steps;
        TOptions options = Read(json);
        int copies = json[CopiesName]?.GetValue<int>() ?? 1;
        if (copies < 1)
            throw new ArgumentException($"{CopiesName} is {copies}; it must be at least 1.");
        return create(registry.MakeBatch(environmentId, copies), options);
    }

    private static TOptions Read(JsonObject json)
    {
        try
        {
            return json.Deserialize<TOptions>(Json)!;
        }
        catch (JsonException problem)
        {
            throw new ArgumentException($"{problem.Path?.TrimStart('$', '.')} cannot be {json[problem.Path?.TrimStart('$', '.') ?? ""]?.ToJsonString()}.", problem);
        }
    }

    private JsonObject ToJson(string environmentId) => JsonSerializer.SerializeToNode(optionsFor(environmentId), Json)!.AsObject();
}
