namespace Shared.Tensors.Torch.Tests.Values;

/// <summary>Every wrapped function: Python's expression, whether it is differentiable, and ours.</summary>
internal static partial class ValueCases
{
    public static IEnumerable<ValueCase> All =>
    [
        .. Elementwise, .. Arithmetic, .. Comparison, .. Reduction, .. Products, .. Shapes, .. Conversion, .. Factories, .. LinearAlgebra, .. Special,
        .. Functional, .. Statistics, .. Rearrangement, .. Search, .. MoreElementwise, .. MoreProducts, .. Draws, .. NewLike, .. Networks,
        .. Functions, .. Structures, .. Spectral,
    ];

    public static IEnumerable<ValueCase> Differentiable => All.Where(one => one.Differentiable);
}
