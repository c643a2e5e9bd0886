namespace Shared.Tensors.Torch.Tests.Values;

/// <summary>Every wrapped function: Python's expression, whether it is differentiable, and ours.</summary>
internal static partial class ValueCases
{
    public static IEnumerable<ValueCase> All => [.. Part1, .. Part2, .. Part3, .. Part4, .. Part5];

    public static IEnumerable<ValueCase> Differentiable => All.Where(one => one.Differentiable);
}
