using System.Text.Json.Serialization;

namespace ExpUtils.Slurm;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SlurmPlan))]
internal sealed partial class SlurmJson : JsonSerializerContext;
