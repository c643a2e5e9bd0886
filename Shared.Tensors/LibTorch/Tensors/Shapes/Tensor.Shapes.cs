namespace TorchSharp;

// Other shapes of the same elements.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same elements in another shape, without copying; one size may be -1.</summary>
        public Tensor view(params long[] shape) => ShapeOperators.View.Call(this, shape);

        /// <summary>The same elements in another shape, copied where needed; one size may be -1.</summary>
        public Tensor reshape(params long[] shape) => ShapeOperators.Reshape.Call(this, shape);

        /// <summary>Two dimensions swapped.</summary>
        public Tensor transpose(long dim0, long dim1) => ShapeOperators.TransposeByInt.Call(this, dim0, dim1);

        /// <summary>Two dimensions swapped.</summary>
        public Tensor swapaxes(long dim0, long dim1) => ShapeOperators.Swapaxes.Call(this, dim0, dim1);

        /// <summary>A matrix with rows and columns swapped.</summary>
        public Tensor t() => ShapeOperators.T.Call(this);

        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => ShapeOperators.Permute.Call(this, permutation);

        /// <summary>With a new dimension of size 1 at that place.</summary>
        public Tensor unsqueeze(long dim) => ShapeOperators.Unsqueeze.Call(this, dim);

        /// <summary>Dimensions of size 1 repeated to these sizes without copying; -1 keeps a size.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => ShapeOperators.Expand.Call(this, sizes, isImplicit);

        /// <inheritdoc cref="expand(ReadOnlySpan{long}, bool)"/>
        public Tensor expand(Size sizes, bool isImplicit = false) => ShapeOperators.Expand.Call(this, sizes, isImplicit);

        /// <inheritdoc cref="expand(ReadOnlySpan{long}, bool)"/>
        public Tensor expand(long[] sizes, bool isImplicit = false) => ShapeOperators.Expand.Call(this, sizes, isImplicit);

        /// <inheritdoc cref="expand(ReadOnlySpan{long}, bool)"/>
        public Tensor expand(params long[] sizes) => ShapeOperators.Expand.Call(this, sizes);

        /// <summary>Expanded to the other's shape.</summary>
        public Tensor expand_as(Tensor other) => ShapeOperators.ExpandAs.Call(this, other);

        /// <summary>Expanded to a shape.</summary>
        public Tensor broadcast_to(params long[] shape) => ShapeOperators.BroadcastTo.Call(this, shape);

        /// <summary>Some dimensions joined into one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => ShapeOperators.FlattenByUsingInts.Call(this, start_dim, end_dim);

        /// <summary>A part of a dimension.</summary>
        public Tensor narrow(long dim, long start, long length) => ShapeOperators.Narrow.Call(this, dim, start, length);

        /// <summary>One position of a dimension, which goes away.</summary>
        public Tensor select(long dim, long index) => ShapeOperators.SelectByInt.Call(this, dim, index);

        /// <summary>Every step-th position of a part of a dimension.</summary>
        public Tensor slice(long dim, long start, long finish, long step) =>
            ShapeOperators.SliceByTensor.Call(this, dim, start, finish, step);

        /// <summary>The elements repeated along the dimensions, copied.</summary>
        public Tensor repeat(params long[] sizes) => ShapeOperators.Repeat.Call(this, sizes);

        /// <summary>The order along dimensions reversed.</summary>
        public Tensor flip(params long[] dims) => ShapeOperators.Flip.Call(this, dims);

        /// <summary>Row-major in memory, copied where needed.</summary>
        public Tensor contiguous() => ShapeOperators.Contiguous.Call(this);

        /// <summary>Parts of that size along a dimension; the last may be smaller.</summary>
        public Tensor[] split(long size, int dim = 0) => ShapeOperators.SplitByTensor.CallList(this, size, dim);

        /// <summary>Parts of these sizes along a dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => ShapeOperators.SplitWithSizes.CallList(this, sizes, dim);

        /// <inheritdoc cref="split(long[], long)"/>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => ShapeOperators.SplitWithSizes.CallList(this, sizes, dim);

        /// <summary>That many parts along a dimension; the last may be smaller, and there may be fewer.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => ShapeOperators.Chunk.CallList(this, chunks, dim);

        /// <summary>The positions of a dimension, one tensor each.</summary>
        public Tensor[] unbind(long dimension = 0) => ShapeOperators.UnbindByInt.CallList(this, dimension);
    }
}
