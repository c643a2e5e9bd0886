using TorchSharp;

namespace Shared.Tensors;

/// <summary>Solutions of systems of linear equations, which the torch surface has under no signature that all its versions share.</summary>
/// <remarks>Leading dimensions are batches. Gradients flow through both arguments.</remarks>
public static class LinearSystems
{
    /// <summary>The X with A X = B, or X A = B where not <paramref name="left"/>.</summary>
    /// <param name="matrix">A: [..., n, n].</param>
    /// <param name="right">B: [..., n, k], or [..., n] for a single system of each batch.</param>
    /// <param name="left">Whether A stands left of X.</param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">A is singular, or the shapes do not fit.</exception>
    public static torch.Tensor Solve(torch.Tensor matrix, torch.Tensor right, bool left = true) =>
        LinalgOperators.Solve.Call(matrix, right, left);

    /// <summary>The X with A X = B, or X A = B where not <paramref name="left"/>, for a triangular A, whose other half is not read.</summary>
    /// <param name="matrix">A: [..., n, n].</param>
    /// <param name="right">B: [..., n, k].</param>
    /// <param name="upper">Whether A is upper triangular.</param>
    /// <param name="left">Whether A stands left of X.</param>
    /// <param name="unitDiagonal">Whether the diagonal counts as ones and is not read.</param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">The shapes do not fit.</exception>
    public static torch.Tensor SolveTriangular(torch.Tensor matrix, torch.Tensor right, bool upper, bool left = true, bool unitDiagonal = false) =>
        LinalgOperators.SolveTriangular.Call(matrix, right, upper, left, unitDiagonal);
}
