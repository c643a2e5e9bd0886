using System.Text.Json.Serialization;

namespace Layg.Sampling;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(EnsembleStateDocument))]
internal sealed partial class EnsembleStateJson : JsonSerializerContext;
