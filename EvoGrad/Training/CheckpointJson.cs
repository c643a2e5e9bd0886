using System.Text.Json.Serialization;

namespace EvoGrad;

[JsonSerializable(typeof(CheckpointState))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
