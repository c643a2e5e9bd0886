namespace TorchSharp;

// Copies with a part replaced, and elements by index.
public static partial class torch
{
    /// <inheritdoc cref="Tensor.select_scatter(Tensor, long, long)"/>
    public static Tensor select_scatter(Tensor input, Tensor src, long dim, long index) => input.select_scatter(src, dim, index);

    /// <inheritdoc cref="Tensor.slice_scatter(Tensor, long, long?, long?, long)"/>
    public static Tensor slice_scatter(Tensor input, Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
        input.slice_scatter(src, dim, start, end, step);

    /// <inheritdoc cref="Tensor.diagonal_scatter(Tensor, long, long, long)"/>
    public static Tensor diagonal_scatter(Tensor input, Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
        input.diagonal_scatter(src, offset, dim1, dim2);

    /// <inheritdoc cref="Tensor.gather(long, Tensor)"/>
    /// <param name="input">The elements.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="index">The positions.</param>
    /// <param name="sparse_grad">Whether the gradient of the input is a sparse tensor.</param>
    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) =>
        ShapeOperators.Gather.Call(input, dim, index, sparse_grad);

    /// <summary>The positions of the elements that are not 0, a vector for each dimension.</summary>
    public static Tensor[] where(Tensor condition) => SelectionOperators.NonzeroNumpy.CallList(condition);
}
