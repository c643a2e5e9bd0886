namespace TorchSharp;

// Elements in another order or shape.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Moves the elements along the dimensions; those that leave at the end return at the start. Without dimensions, in
        /// row-major order.
        /// </summary>
        public Tensor roll(long shifts, long? dims = null) =>
            ShapeOperators.Roll.Call(this, Argument.Dim(shifts), dims is { } one ? Argument.Dim(one) : Argument.None);

        /// <inheritdoc cref="roll(long, long?)"/>
        public Tensor roll(long[] shifts) => ShapeOperators.Roll.Call(this, shifts);

        /// <inheritdoc cref="roll(long, long?)"/>
        public Tensor roll(long[] shifts, long[] dims) => ShapeOperators.Roll.Call(this, shifts, dims);

        /// <inheritdoc cref="roll(long, long?)"/>
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) =>
            roll(shifts.ToArray(), dims.ToArray());

        /// <inheritdoc cref="roll(long, long?)"/>
        public Tensor roll((long, long) shifts, (long, long) dims) =>
            roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        /// <inheritdoc cref="roll(long, long?)"/>
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll([shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);

        /// <summary>Turned k times by 90 degrees in the plane of two dimensions, the first two without them.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null) =>
            ShapeOperators.Rot90.Call(this, k, new[] { dims?.Item1 ?? 0, dims?.Item2 ?? 1 });

        /// <summary>The columns in reverse order.</summary>
        public Tensor fliplr() => ShapeOperators.Fliplr.Call(this);

        /// <summary>The rows in reverse order.</summary>
        public Tensor flipud() => ShapeOperators.Flipud.Call(this);

        /// <summary>Every element or slice repeated in place; without a dimension, of the flattened tensor.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            ShapeOperators.RepeatInterleaveBySelfInt.Call(this, repeats, dim, output_size);

        /// <inheritdoc cref="repeat_interleave(long, long?, long?)"/>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            ShapeOperators.RepeatInterleaveBySelfTensor.Call(this, repeats, dim, output_size);

        /// <summary>The tensor repeated along its dimensions.</summary>
        public Tensor tile(long[] reps) => ShapeOperators.Tile.Call(this, reps);

        /// <summary>The dimensions moved to other places; the rest keep their order.</summary>
        public Tensor movedim(long[] source, long[] destination) =>
            ShapeOperators.MovedimByIntlist.Call(this, source, destination);

        /// <summary>The dimensions moved to other places; the rest keep their order.</summary>
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        /// <summary>Two dimensions swapped.</summary>
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>All elements in one dimension, in row-major order.</summary>
        public Tensor ravel() => ShapeOperators.Ravel.Call(this);

        /// <summary>With at least one dimension.</summary>
        public Tensor atleast_1d() => ShapeOperators.Atleast1d.Call(this);

        /// <summary>With at least two dimensions.</summary>
        public Tensor atleast_2d() => ShapeOperators.Atleast2d.Call(this);

        /// <summary>With at least three dimensions.</summary>
        public Tensor atleast_3d() => ShapeOperators.Atleast3d.Call(this);

        /// <summary>Parts along a dimension, of as equal sizes as can be, or cut before the given positions.</summary>
        public Tensor[] tensor_split(long size, long dim = 0) =>
            ShapeOperators.TensorSplitBySections.CallList(this, size, dim);

        /// <inheritdoc cref="tensor_split(long, long)"/>
        public Tensor[] tensor_split(long[] sizes, long dim = 0) =>
            ShapeOperators.TensorSplitByIndices.CallList(this, sizes, dim);

        /// <inheritdoc cref="tensor_split(long, long)"/>
        public Tensor[] tensor_split(Tensor indices, long dim = 0) =>
            ShapeOperators.TensorSplitByTensorIndicesOrSections.CallList(this, indices, dim);

        /// <summary>Parts along the columns.</summary>
        public Tensor[] hsplit(long size) => ShapeOperators.HsplitByInt.CallList(this, size);

        /// <inheritdoc cref="hsplit(long)"/>
        public Tensor[] hsplit(params long[] sizes) => ShapeOperators.HsplitByArray.CallList(this, sizes);

        /// <summary>Parts along the rows.</summary>
        public Tensor[] vsplit(long size) => ShapeOperators.VsplitByInt.CallList(this, size);

        /// <inheritdoc cref="vsplit(long)"/>
        public Tensor[] vsplit(params long[] sizes) => ShapeOperators.VsplitByArray.CallList(this, sizes);

        /// <summary>One dimension as several; one of the sizes may be -1 and follows from the rest.</summary>
        public Tensor unflatten(long dim, params long[] sizes) => ShapeOperators.UnflattenByInt.Call(this, dim, sizes);

        /// <inheritdoc cref="unflatten(long, long[])"/>
        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        /// <summary>All windows of a size along a dimension, as a last dimension; a view.</summary>
        public Tensor unfold(long dimension, long size, long step) =>
            ShapeOperators.Unfold.Call(this, dimension, size, step);

        /// <summary>A view of the memory with any sizes and strides.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) =>
            ShapeOperators.AsStrided.Call(this, size, strides, storageOffset);

        /// <summary>A view with the other tensor's shape.</summary>
        public Tensor view_as(Tensor other) => ShapeOperators.ViewAs.Call(this, other);

        /// <summary>Matrices with the last dimension on their diagonals.</summary>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) =>
            ShapeOperators.DiagEmbed.Call(this, offset, dim1, dim2);

        /// <summary>A matrix with the elements on its diagonal.</summary>
        public Tensor diagflat(long offset = 0) => ShapeOperators.Diagflat.Call(this, offset);

        /// <summary>Removes the dimensions of size 1, or that one where its size is 1, from this tensor.</summary>
        public Tensor squeeze_(long? dim = null) =>
            dim is { } one
                ? Itself(ShapeOperators.SqueezeInPlaceByDim.Call(this,
                one))
                : Itself(ShapeOperators.SqueezeInPlace.Call(this));

        /// <summary>Inserts a dimension of size 1 into this tensor.</summary>
        public Tensor unsqueeze_(long dim)
        {
            ShapeOperators.UnsqueezeInPlace.Run(this, dim);
            return this;
        }
    }
}
