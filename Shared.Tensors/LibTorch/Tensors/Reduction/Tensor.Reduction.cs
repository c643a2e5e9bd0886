namespace TorchSharp;

// Sums, moments and norms, of all elements or along dimensions.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum.</summary>
        public Tensor sum(ScalarType? type = null) => ReductionOperators.Sum.Call(this, type);

        /// <inheritdoc cref="sum(ScalarType?)"/>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            ReductionOperators.SumByDimIntList.Call(this, dim, keepdim, type);

        /// <inheritdoc cref="sum(ScalarType?)"/>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            ReductionOperators.SumByDimIntList.Call(this, Argument.Dim(dim), keepdim, type);

        /// <inheritdoc cref="sum(ScalarType?)"/>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            ReductionOperators.SumByDimIntList.Call(this, new[] { dim0, dim1 }, keepdim, type);

        /// <inheritdoc cref="sum(ScalarType?)"/>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            ReductionOperators.SumByDimIntList.Call(this, new[] { dim0, dim1, dim2 }, keepdim, type);

        /// <inheritdoc cref="sum(ScalarType?)"/>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            ReductionOperators.SumByDimIntList.Call(this, dim, keepdim, type);

        /// <summary>The mean.</summary>
        public Tensor mean() => ReductionOperators.Mean.Call(this);

        /// <inheritdoc cref="mean()"/>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            ReductionOperators.MeanByDim.Call(this, dimensions, keepdim, type);

        /// <summary>The variance; unbiased divides by one less than the number of elements.</summary>
        public Tensor var(bool unbiased = true) => ReductionOperators.Var.Call(this, unbiased);

        /// <inheritdoc cref="var(bool)"/>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            ReductionOperators.VarByDim.Call(Typed(type), Argument.Dim(dim), unbiased, keepdim);

        /// <inheritdoc cref="var(bool)"/>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            ReductionOperators.VarByDim.Call(Typed(type), dimensions, unbiased, keepdim);

        /// <inheritdoc cref="var(bool)"/>
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            ReductionOperators.VarByDim.Call(Typed(type), dimensions, unbiased, keepdim);

        /// <summary>The standard deviation; unbiased divides the squares by one less than the number of elements.</summary>
        public Tensor std(bool unbiased = true) => ReductionOperators.Std.Call(this, unbiased);

        /// <inheritdoc cref="std(bool)"/>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            ReductionOperators.StdByDim.Call(Typed(type), Argument.Dim(dim), unbiased, keepdim);

        /// <inheritdoc cref="std(bool)"/>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            ReductionOperators.StdByDim.Call(Typed(type), dimensions, unbiased, keepdim);

        /// <inheritdoc cref="std(bool)"/>
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            ReductionOperators.StdByDim.Call(Typed(type), dimensions, unbiased, keepdim);

        /// <summary>The p-norm.</summary>
        public Tensor norm(float p = 2) => ReductionOperators.NormByScalarOptDim.Call(this, (double)p, Array.Empty<long>());

        /// <inheritdoc cref="norm(float)"/>
        public Tensor norm(int dim, bool keepdim = false, float p = 2) =>
            ReductionOperators.NormByScalarOptDim.Call(this, (double)p, Argument.Dim(dim), keepdim);

        /// <summary>The logarithm of the sum of exponentials along a dimension, without overflow.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) => ReductionOperators.Logsumexp.Call(this, Argument.Dim(dim), keepdim);

        /// <summary>The sums of the elements up to each along a dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => ReductionOperators.Cumsum.Call(this, dim, type);

        /// <summary>The products of the elements up to each along a dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null) => ReductionOperators.Cumprod.Call(this, dim, type);

        /// <summary>How many elements are not 0.</summary>
        public Tensor count_nonzero(long[]? dims = null) => ReductionOperators.CountNonzeroByDimIntList.Call(this, dims ?? []);

        /// <summary>The sum of the main diagonal.</summary>
        public Tensor trace() => ReductionOperators.Trace.Call(this);

        /// <summary>The exponentials along a dimension, divided by their sum.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => ReductionOperators.SoftmaxByInt.Call(this, dim, dtype);

        /// <summary>The logarithm of <see cref="softmax"/>, without overflow.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => ReductionOperators.LogSoftmaxByInt.Call(this, dim, dtype);
    }
}
