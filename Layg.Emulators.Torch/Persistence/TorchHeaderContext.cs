using System.Text.Json.Serialization;

namespace Layg.Emulators.Torch;

[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TorchHeader))]
internal sealed partial class TorchHeaderContext : JsonSerializerContext;
