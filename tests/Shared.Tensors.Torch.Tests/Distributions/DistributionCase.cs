using System.Globalization;
using System.Text.Json;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Distributions;

/// <summary>A distribution with parameters and values, and what Python gives for them.</summary>
public sealed class DistributionCase
{
    private static readonly JsonElement Stored = Golden.Read("distributions.json");

    private readonly JsonElement _stored;

    private DistributionCase(JsonElement stored, int index)
    {
        _stored = stored;
        Kind = stored.GetProperty("kind").GetString()!;
        Name = $"{Kind}({string.Join(", ", stored.GetProperty("parameters").EnumerateObject().Select(one => one.Name))}) #{index}";
    }

    public string Name { get; }

    public string Kind { get; }

    public static IReadOnlyList<DistributionCase> All { get; } =
        [.. Stored.GetProperty("cases").EnumerateArray().Select((one, index) => new DistributionCase(one, index))];

    public static IReadOnlyList<JsonElement> Pairs { get; } = [.. Stored.GetProperty("pairs").EnumerateArray()];

    public static torch.Tensor Probabilities => Read(Stored.GetProperty("probabilities"));

    public JsonElement Results => _stored.GetProperty("results");

    public bool IsDiscrete => Kind is "Bernoulli" or "Binomial" or "Categorical" or "Geometric" or "Multinomial" or "OneHotCategorical" or "Poisson";

    public torch.Tensor Values => Read(_stored.GetProperty("values"));

    public Dictionary<string, torch.Tensor> Parameters => ReadAll(_stored.GetProperty("parameters"));

    public static Dictionary<string, torch.Tensor> ReadAll(JsonElement stored) =>
        stored.EnumerateObject().ToDictionary(one => one.Name, one => Read(one.Value), StringComparer.Ordinal);

    public static torch.Tensor Read(JsonElement stored) =>
        torch.tensor(Numbers(stored), [.. stored.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())]);

    public static double[] Numbers(JsonElement stored) =>
    [
        .. stored.GetProperty("values").EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : value.GetString() switch { "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, _ => double.NaN }),
    ];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}");
}
