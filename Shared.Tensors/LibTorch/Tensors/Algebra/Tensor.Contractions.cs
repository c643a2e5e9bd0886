namespace TorchSharp;

// Sums over several dimensions, products added in place, and functions of matrices.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Products summed over the last dimensions of this tensor and the first of the other.</summary>
        /// <param name="b">The other.</param>
        /// <param name="dims">How many dimensions.</param>
        public Tensor tensordot(Tensor b, long dims = 2)
        {
            ArgumentNullException.ThrowIfNull(b);
            ArgumentOutOfRangeException.ThrowIfNegative(dims);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(dims, Math.Min(ndim, b.ndim));
            return tensordot(b, Range(ndim - dims, dims), Range(0, dims));
        }

        /// <summary>Products summed over dimensions of this tensor and of the other, in pairs.</summary>
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => ProductOperators.Tensordot.Call(this, b, dims1, dims2);

        /// <inheritdoc cref="tensordot(Tensor, long[], long[])"/>
        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2));

        /// <summary>The exponentials of square matrices.</summary>
        public Tensor matrix_exp() => ProductOperators.MatrixExp.Call(this);

        /// <summary>As <see cref="addmm(Tensor, Tensor, float, float)"/>, in place.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            ProductOperators.AddmmInPlace.Change(this, mat1, mat2, (double)beta, (double)alpha);

        /// <summary>As <see cref="addbmm(Tensor, Tensor, float, float)"/>, in place.</summary>
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            ProductOperators.AddbmmInPlace.Change(this, batch1, batch2, (double)beta, (double)alpha);

        /// <summary>As <see cref="addmv(Tensor, Tensor, float, float)"/>, in place.</summary>
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            ProductOperators.AddmvInPlace.Change(this, mat, vec, (double)beta, (double)alpha);

        /// <summary>As <see cref="addr(Tensor, Tensor, float, float)"/>, in place.</summary>
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            ProductOperators.AddrInPlace.Change(this, vec1, vec2, (double)beta, (double)alpha);

        private static long[] Range(long start, long count)
        {
            var range = new long[count];
            for (var i = 0; i < range.Length; i++)
                range[i] = start + i;
            return range;
        }
    }
}
