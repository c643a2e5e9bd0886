namespace TorchSharp;

// Statistics of all elements or along dimensions.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The largest elements over the dimensions; equal ones share the gradient.</summary>
        public Tensor amax(params long[] dims) => StatisticsOperators.Amax.Call(this, dims);

        /// <summary>The smallest elements over the dimensions; equal ones share the gradient.</summary>
        public Tensor amin(params long[] dims) => StatisticsOperators.Amin.Call(this, dims);

        /// <summary>The largest elements along dimensions, of all without any.</summary>
        /// <param name="dims">The dimensions that go.</param>
        /// <param name="keepdim">Whether they stay with size 1.</param>
        /// <param name="out">Where the result is written instead, and what is returned.</param>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? StatisticsOperators.Amax.Call(this, dims, keepdim) : Written(@out, StatisticsOperators.AmaxByOut, dims, keepdim);

        /// <inheritdoc cref="amax(long[], bool, Tensor)"/>
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amax(dims.ToArray(), keepdim, @out);

        /// <summary>The smallest elements along dimensions, of all without any.</summary>
        /// <inheritdoc cref="amax(long[], bool, Tensor)"/>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? StatisticsOperators.Amin.Call(this, dims, keepdim) : Written(@out, StatisticsOperators.AminByOut, dims, keepdim);

        /// <inheritdoc cref="amin(long[], bool, Tensor)"/>
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amin(dims.ToArray(), keepdim, @out);

        /// <summary>The smallest and the largest element, of all or along a dimension.</summary>
        public (Tensor, Tensor) aminmax(long? dim = null, bool keepdim = false) =>
            StatisticsOperators.Aminmax.Call2(this, dim, keepdim);

        /// <summary>The variance and the mean; unbiased divides by one less than the number of elements.</summary>
        public (Tensor, Tensor) var_mean(bool unbiased = true) => StatisticsOperators.VarMean.Call2(this, unbiased);

        /// <inheritdoc cref="var_mean(bool)"/>
        public (Tensor, Tensor) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            StatisticsOperators.VarMeanByDim.Call2(Typed(type), Argument.Dim(dim), unbiased, keepdim);

        /// <inheritdoc cref="var_mean(bool)"/>
        public (Tensor, Tensor) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            StatisticsOperators.VarMeanByDim.Call2(Typed(type), dimensions, unbiased, keepdim);

        /// <inheritdoc cref="var_mean(bool)"/>
        public (Tensor, Tensor) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            StatisticsOperators.VarMeanByDim.Call2(Typed(type), dimensions, unbiased, keepdim);

        /// <inheritdoc cref="var_mean(bool)"/>
        public (Tensor, Tensor) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            var_mean([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <inheritdoc cref="var_mean(bool)"/>
        public (Tensor, Tensor) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            var_mean([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The standard deviation and the mean; unbiased divides the squares by one less than the number of elements.</summary>
        public (Tensor, Tensor) std_mean(bool unbiased = true) => StatisticsOperators.StdMean.Call2(this, unbiased);

        /// <inheritdoc cref="std_mean(bool)"/>
        public (Tensor, Tensor) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            StatisticsOperators.StdMeanByDim.Call2(Typed(type), Argument.Dim(dim), unbiased, keepdim);

        /// <inheritdoc cref="std_mean(bool)"/>
        public (Tensor, Tensor) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            StatisticsOperators.StdMeanByDim.Call2(Typed(type), dimensions, unbiased, keepdim);

        /// <inheritdoc cref="std_mean(bool)"/>
        public (Tensor, Tensor) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            StatisticsOperators.StdMeanByDim.Call2(Typed(type), dimensions, unbiased, keepdim);

        /// <inheritdoc cref="std_mean(bool)"/>
        public (Tensor, Tensor) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            std_mean([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <inheritdoc cref="std_mean(bool)"/>
        public (Tensor, Tensor) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            std_mean([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The sum of the elements that are numbers.</summary>
        public Tensor nansum() => StatisticsOperators.Nansum.Call(this);

        /// <summary>The mean of the elements that are numbers, of all or along a dimension.</summary>
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            StatisticsOperators.Nanmean.Call(this, Argument.Dim(dim), keepdim, dtype);

        /// <summary>The median of the elements that are numbers.</summary>
        public Tensor nanmedian() => StatisticsOperators.Nanmedian.Call(this);

        /// <summary>The quantiles along a dimension, interpolated linearly; q in 0..1, its dimension comes first in the result.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) =>
            StatisticsOperators.Quantile.Call(this, q, dim, keepdim);

        /// <summary>The quantiles of the elements that are numbers.</summary>
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) =>
            StatisticsOperators.Nanquantile.Call(this, q, dim, keepdim);

        /// <summary>The most frequent elements along a dimension, the smallest of equally frequent ones, and their positions.</summary>
        public (Tensor, Tensor) mode(long dim = -1, bool keepdim = false) => StatisticsOperators.Mode.Call2(this, dim, keepdim);

        /// <summary>The k-th smallest elements along a dimension, counted from 1, and their positions.</summary>
        public (Tensor, Tensor) kthvalue(long k, long? dim, bool keepdim = false) =>
            StatisticsOperators.Kthvalue.Call2(this, k, dim ?? -1, keepdim);

        /// <summary>The covariance matrix of the rows; columns are observations.</summary>
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            StatisticsOperators.Cov.Call(this, correction, fweights, aweights);

        /// <summary>The correlation matrix of the rows; columns are observations.</summary>
        public Tensor corrcoef() => StatisticsOperators.Corrcoef.Call(this);

        /// <summary>How often each integer from 0 on occurs, or the sum of its weights.</summary>
        public Tensor bincount(Tensor? weights, long minlength = 0) =>
            StatisticsOperators.Bincount.Call(this, weights, minlength);

        /// <summary>
        /// How many elements lie in each of the bins of equal width between min and max; equal limits stand for those of the
        /// elements.
        /// </summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) =>
            StatisticsOperators.Histc.Call(this, bins, min, max);

        /// <summary>The largest element up to each along a dimension, and their positions.</summary>
        public (Tensor, Tensor) cummax(long dim) => StatisticsOperators.Cummax.Call2(this, dim);

        /// <summary>The smallest element up to each along a dimension, and their positions.</summary>
        public (Tensor, Tensor) cummin(long dim) => StatisticsOperators.Cummin.Call2(this, dim);

        /// <summary>The logarithm of the sums of exponentials up to each element along a dimension, without overflow.</summary>
        public Tensor logcumsumexp(long dim) => StatisticsOperators.Logcumsumexp.Call(this, dim);

        /// <summary>The n-th differences of neighbours along a dimension.</summary>
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            StatisticsOperators.Diff.Call(this, n, dim, prepend, append);

        /// <summary>The integral along a dimension by the trapezoidal rule.</summary>
        public Tensor trapezoid(double dx = 1, long dim = -1) => StatisticsOperators.TrapezoidByDx.Call(this, dx, dim);

        /// <inheritdoc cref="trapezoid(double, long)"/>
        public Tensor trapezoid(Tensor x, long dim = -1) => StatisticsOperators.TrapezoidByX.Call(this, x, dim);

        /// <summary>The integrals up to each element along a dimension by the trapezoidal rule.</summary>
        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) =>
            StatisticsOperators.CumulativeTrapezoidByDx.Call(this, dx, dim);

        /// <inheritdoc cref="cumulative_trapezoid(double, long)"/>
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) =>
            StatisticsOperators.CumulativeTrapezoidByX.Call(this, x, dim);

        /// <summary>The p-norm of the difference.</summary>
        public Tensor dist(Tensor other, float p = 2f) => StatisticsOperators.Dist.Call(this, other, (double)p);

        /// <summary>Scales the slices along a dimension whose p-norm is above the limit down to it.</summary>
        public Tensor renorm(float p, long dim, float maxnorm) =>
            StatisticsOperators.Renorm.Call(this, (double)p, dim, (double)maxnorm);

        /// <summary>Sorted along the first dimension.</summary>
        public Tensor msort() => StatisticsOperators.Msort.Call(this);

        /// <summary>
        /// The different elements, the position of each element among them, and how often each occurs; what was not asked for
        /// is empty.
        /// </summary>
        public (Tensor, Tensor, Tensor) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false,
            int? dim = null) =>
            dim is { } one
                ? StatisticsOperators.UniqueDim.Call3(this, one, sorted, return_inverse,
                return_counts)
                : StatisticsOperators.Unique2.Call3(this, sorted, return_inverse, return_counts);

        /// <summary>
        /// The elements without repeated neighbours, the position of each element among them, and how often each was repeated.
        /// </summary>
        public (Tensor, Tensor, Tensor) unique_consecutive(bool return_inverse = false, bool return_counts = false,
            int? dim = null) =>
            StatisticsOperators.UniqueConsecutive.Call3(this, return_inverse, return_counts, dim);
    }
}
