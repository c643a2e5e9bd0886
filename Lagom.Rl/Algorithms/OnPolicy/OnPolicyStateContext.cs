using System.Text.Json.Serialization;

namespace Lagom.Rl;

/// <summary>How <see cref="OnPolicyState"/> is written.</summary>
[JsonSerializable(typeof(OnPolicyState))]
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, WriteIndented = true)]
internal sealed partial class OnPolicyStateContext : JsonSerializerContext;
