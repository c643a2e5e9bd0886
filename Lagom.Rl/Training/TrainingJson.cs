using System.Text.Json.Serialization;

namespace Lagom.Rl;

/// <summary>Reads and writes a loop's state.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(TrainingState))]
internal sealed partial class TrainingJson : JsonSerializerContext;
