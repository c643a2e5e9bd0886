using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace ExpUtils;

/// <summary>JSON schemas, with which editors complete and check experiment files (<c>"$schema": "…"</c> in the file, or the editor's settings).</summary>
public static class ExperimentSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>The schema of <c>config.json</c>.</summary>
    public static JsonObject Config() => new()
    {
        ["$schema"] = Dialect,
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["$schema"] = new JsonObject { ["type"] = "string" },
            ["save_path"] = Text("Pattern of result folders, as results/{name}/{params}."),
            ["log_path"] = Text("Folder of logs; ~ and environment variables are expanded."),
            ["experiment_directory"] = Text("Folder of the experiment files."),
        },
        ["required"] = new JsonArray("save_path"),
        ["additionalProperties"] = false,
    };

    /// <summary>The schema of experiments whose parameters may be anything.</summary>
    /// <param name="sweepKeys">The objects that are swept over; none for <c>metaParameters</c>.</param>
    public static JsonObject Any(params IReadOnlyList<string> sweepKeys) =>
        Experiment(Keys(sweepKeys), () => new JsonObject { ["type"] = "object" });

    /// <summary>The schema of experiments whose parameters fill a record: each member is a value, or a list of values to sweep.</summary>
    /// <typeparam name="T">The record that the parameters are bound to.</typeparam>
    /// <param name="typeInfo">Its metadata, from a source-generated context or <see cref="JsonSerializerOptions.GetTypeInfo(Type)"/>.</param>
    /// <param name="sweepKeys">The objects that are swept over; none for <c>metaParameters</c>.</param>
    public static JsonObject For<T>(JsonTypeInfo<T> typeInfo, params IReadOnlyList<string> sweepKeys)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        IReadOnlyList<string> keys = Keys(sweepKeys);
        JsonNode parameters = typeInfo.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
        if (keys.Count == 1)
            return Experiment(keys, () => Swept(parameters));
        JsonObject schema = Experiment(keys, () => new JsonObject { ["type"] = "object" });
        foreach (string key in keys)
        {
            if (parameters["properties"]?[key] is { } member)
                schema["properties"]![key] = Swept(member);
        }

        return schema;
    }

    private static IReadOnlyList<string> Keys(IReadOnlyList<string> sweepKeys)
    {
        ArgumentNullException.ThrowIfNull(sweepKeys);
        return sweepKeys.Count > 0 ? sweepKeys : new ExperimentOptions().SweepKeys;
    }

    private static JsonObject Experiment(IReadOnlyList<string> keys, Func<JsonNode> parameters)
    {
        var properties = new JsonObject
        {
            ["$schema"] = new JsonObject { ["type"] = "string" },
            ["name"] = Text("Name of the experiment; without it, the folder of the file."),
        };
        foreach (string key in keys)
            properties[key] = parameters();
        return new JsonObject
        {
            ["$schema"] = Dialect,
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. keys.Select(key => (JsonNode)key)]),
        };
    }

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    // Objects and lists of objects are structure; what lies at the ends may be swept.
    private static JsonNode Swept(JsonNode schema)
    {
        if (schema["properties"] is JsonObject properties)
        {
            JsonObject copy = schema.DeepClone().AsObject();
            copy["properties"] = new JsonObject(properties.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Swept(member.Value!))));
            return copy;
        }

        if (schema["items"]?["properties"] is not null)
        {
            JsonObject copy = schema.DeepClone().AsObject();
            copy["items"] = Swept(schema["items"]!);
            return copy;
        }

        return new JsonObject
        {
            ["anyOf"] = new JsonArray(schema.DeepClone(), new JsonObject { ["type"] = "array", ["items"] = schema.DeepClone(), ["minItems"] = 1 }),
        };
    }
}
