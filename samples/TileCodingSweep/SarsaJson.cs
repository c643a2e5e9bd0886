using System.Text.Json.Serialization;

namespace TileCodingSweep;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SarsaParameters))]
internal sealed partial class SarsaJson : JsonSerializerContext;
