using System.Text.Json.Serialization;

namespace ExpUtils.Running;

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(RunClaimContent))]
internal sealed partial class RunJson : JsonSerializerContext;
