using System.Text.Json.Serialization;

namespace Lagom.Rl;

/// <summary>How the small state of off-policy runs is written.</summary>
[JsonSerializable(typeof(OffPolicyState))]
internal sealed partial class OffPolicyJson : JsonSerializerContext;
