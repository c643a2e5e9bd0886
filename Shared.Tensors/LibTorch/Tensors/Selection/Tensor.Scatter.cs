namespace TorchSharp;

// Copies with a part replaced.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A copy with one position of a dimension replaced.</summary>
        /// <param name="src">What stands there, without that dimension.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">The position; negative ones count from the end.</param>
        public Tensor select_scatter(Tensor src, long dim, long index) => SelectionOperators.SelectScatter.Call(this, src, dim, index);

        /// <summary>A copy with a slice of a dimension replaced.</summary>
        /// <param name="src">What stands there, of the slice's shape.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="start">The first position; 0 when null.</param>
        /// <param name="end">The position after the last; the size when null.</param>
        /// <param name="step">The distance of positions.</param>
        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
            SelectionOperators.SliceScatter.Call(this, src, dim, start, end, step);

        /// <summary>A copy with a diagonal replaced.</summary>
        /// <param name="src">What stands there, of the diagonal's shape.</param>
        /// <param name="offset">0 for the main diagonal, above it positive.</param>
        /// <param name="dim1">The rows' dimension.</param>
        /// <param name="dim2">The columns' dimension.</param>
        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
            SelectionOperators.DiagonalScatter.Call(this, src, offset, dim1, dim2);
    }
}
