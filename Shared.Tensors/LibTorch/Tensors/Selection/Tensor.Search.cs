namespace TorchSharp;

// Positions found, and elements picked or written by them.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>For every element, the position in the sorted boundaries where it would be inserted.</summary>
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            SelectionOperators.BucketizeByTensor.Call(this, boundaries, outInt32, right);

        /// <summary>Which elements are among the others.</summary>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            SelectionOperators.IsinByTensorTensor.Call(this, test_elements, assumeUnique, invert);

        /// <summary>The positions of the elements that are not 0, a row for each.</summary>
        public Tensor argwhere() => SelectionOperators.Argwhere.Call(this);

        /// <summary>The positions of the elements that are not 0, a vector for each dimension.</summary>
        public IList<Tensor> nonzero_as_list() => SelectionOperators.NonzeroNumpy.CallList(this);

        /// <summary>The elements at positions in row-major order.</summary>
        public Tensor take(Tensor index) => SelectionOperators.Take.Call(this, index);

        /// <summary>The elements at positions along a dimension, broadcasting; without one, in row-major order.</summary>
        public Tensor take_along_dim(Tensor indices) => SelectionOperators.TakeAlongDim.Call(this, indices);

        /// <inheritdoc cref="take_along_dim(Tensor)"/>
        public Tensor take_along_dim(Tensor indices, long dim) => SelectionOperators.TakeAlongDim.Call(this, indices, dim);

        /// <summary>A copy with alpha times source's slices added at the positions that the index names along a dimension.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) =>
            SelectionOperators.IndexAdd.Call(this, dim, index, source, alpha);

        /// <summary>A copy with source's slices at the positions that the index names along a dimension.</summary>
        public Tensor index_copy(long dim, Tensor index, Tensor source) =>
            SelectionOperators.IndexCopy.Call(this, dim, index, source);

        /// <summary>Writes source's slices to the positions that the index names along a dimension.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source)
        {
            SelectionOperators.IndexCopyInPlace.Run(this, dim, index, source);
            return this;
        }

        /// <summary>A copy with a number in the slices that the index names along a dimension.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value) =>
            SelectionOperators.IndexFillByIntScalar.Call(this, dim, index, value);

        /// <summary>Writes a number to the slices that the index names along a dimension.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value)
        {
            SelectionOperators.IndexFillInPlaceByIntScalar.Run(this, dim, index, value);
            return this;
        }

        /// <summary>A copy with source's elements added at the positions that the index names along a dimension.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => SelectionOperators.ScatterAdd.Call(this, dim, index, src);

        /// <summary>Adds source's elements at the positions that the index names along a dimension.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src)
        {
            SelectionOperators.ScatterAddInPlace.Run(this, dim, index, src);
            return this;
        }

        /// <summary>A copy with the next of the values wherever the mask holds.</summary>
        public Tensor masked_scatter(Tensor mask, Tensor value) => SelectionOperators.MaskedScatter.Call(this, mask, value);

        /// <summary>Writes the next of the values wherever the mask holds.</summary>
        public Tensor masked_scatter_(Tensor mask, Tensor value)
        {
            SelectionOperators.MaskedScatterInPlace.Run(this, mask, value);
            return this;
        }
    }
}
