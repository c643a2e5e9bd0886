namespace TorchSharp;

// Extremes and order.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The smallest element, or the smallest along a dimension with their positions.</summary>
        public Tensor min() => ReductionOperators.Min.Call(this);

        /// <inheritdoc cref="min()"/>
        public (Tensor, Tensor) min(long dim, bool keepdim = false) => ReductionOperators.MinByDim.Call2(this, dim, keepdim);

        /// <summary>The largest element, or the largest along a dimension with their positions.</summary>
        public Tensor max() => ReductionOperators.Max.Call(this);

        /// <inheritdoc cref="max()"/>
        public (Tensor, Tensor) max(long dim, bool keepdim = false) => ReductionOperators.MaxByDim.Call2(this, dim, keepdim);

        /// <summary>The position of the smallest element, in row-major order or along a dimension.</summary>
        public Tensor argmin() => ReductionOperators.Argmin.Call(this);

        /// <inheritdoc cref="argmin()"/>
        public Tensor argmin(long dim, bool keepdim = false) => ReductionOperators.Argmin.Call(this, dim, keepdim);

        /// <summary>The position of the largest element, in row-major order or along a dimension.</summary>
        public Tensor argmax() => ReductionOperators.Argmax.Call(this);

        /// <inheritdoc cref="argmax()"/>
        public Tensor argmax(long dim, bool keepdim = false) => ReductionOperators.Argmax.Call(this, dim, keepdim);

        /// <summary>The median; the lower one of two.</summary>
        public Tensor median() => ReductionOperators.Median.Call(this);

        /// <summary>The elements in order along a dimension, and the positions they had.</summary>
        public (Tensor, Tensor) sort(long dim = -1, bool descending = false, bool stable = false) =>
            ReductionOperators.SortByStable.Call2(this, stable, dim, descending);

        /// <summary>The positions that put the elements in order along a dimension.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => ReductionOperators.Argsort.Call(this, dim, descending);

        /// <summary>The k largest or smallest elements along a dimension, and their positions.</summary>
        public (Tensor, Tensor) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            ReductionOperators.Topk.Call2(this, k, dim, largest, sorted);
    }
}
