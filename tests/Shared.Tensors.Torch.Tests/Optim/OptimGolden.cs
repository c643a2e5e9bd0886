using System.Text.Json;

namespace Shared.Tensors.Torch.Tests.Optim;

/// <summary>What make_optim.py wrote.</summary>
internal static class OptimGolden
{
    public static JsonElement Data { get; } = Golden.Read("optim.json");
}
