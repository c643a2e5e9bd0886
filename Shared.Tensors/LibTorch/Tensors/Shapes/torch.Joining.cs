namespace TorchSharp;

// Tensors joined, and products by index notation.
public static partial class torch
{
    /// <summary>The tensors one after the other along a dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => ShapeOperators.Cat.Call(Argument.Tensors(tensors), dim);

    /// <inheritdoc cref="cat"/>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>The tensors beside each other along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => ShapeOperators.Stack.Call(Argument.Tensors(tensors), dim);

    /// <summary>Products and sums by index notation, such as <c>ij,jk->ik</c>.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors) => ShapeOperators.Einsum.Call(equation, tensors);
}
