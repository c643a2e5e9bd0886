using System.Text.Json;

namespace ExpUtils.Tests.Collection;

/// <summary>Samplers from the settings in golden files.</summary>
internal static class Samplers
{
    public static ISampler From(JsonElement settings) => settings.GetProperty("type").GetString() switch
    {
        "Identity" => Sampler.Identity(),
        "Ignore" => Sampler.Ignore(),
        "Window" => Sampler.Window(settings.GetProperty("size").GetInt32()),
        "Subsample" => Sampler.Subsample(settings.GetProperty("freq").GetInt32(), Flag(settings, "trailing_edge", false), Flag(settings, "first", true)),
        "MovingAverage" => Sampler.MovingAverage(settings.GetProperty("decay").GetDouble()),
        "Pipe" => Sampler.Pipe([.. settings.GetProperty("children").EnumerateArray().Select(From)]),
        var other => throw new NotSupportedException(other),
    };

    private static bool Flag(JsonElement settings, string name, bool missing) =>
        settings.TryGetProperty(name, out JsonElement flag) ? flag.GetBoolean() : missing;
}
