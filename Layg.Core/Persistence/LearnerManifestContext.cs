using System.Text.Json.Serialization;

namespace Layg;

/// <summary>Serialises the manifest without reflection.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(LearnerManifest))]
internal sealed partial class LearnerManifestContext : JsonSerializerContext;
