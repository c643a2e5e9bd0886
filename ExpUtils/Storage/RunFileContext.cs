using System.Text.Json.Serialization;

namespace ExpUtils;

/// <summary>How run files are written.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunFile))]
internal sealed partial class RunFileContext : JsonSerializerContext;
