namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra: decompositions, solutions, norms. Leading dimensions are batches.</summary>
    public static partial class linalg
    {
        /// <summary>The condition number in the 2-norm.</summary>
        public static Tensor cond(Tensor input) => LinalgOperators.Cond.Call(input);

        /// <summary>The condition number in a norm: 1, -1, 2, -2 or an infinity.</summary>
        public static Tensor cond(Tensor input, double p) => LinalgOperators.Cond.Call(input, p);

        /// <summary>The condition number in a norm: 1, -1, 2 or -2.</summary>
        public static Tensor cond(Tensor input, int p) => LinalgOperators.Cond.Call(input, p);

        /// <summary>The condition number in a norm: <c>fro</c> or <c>nuc</c>.</summary>
        public static Tensor cond(Tensor input, string p) => LinalgOperators.CondByPStr.Call(input, p);

        /// <summary>The determinant.</summary>
        public static Tensor det(Tensor input) => LinalgOperators.Det.Call(input);

        /// <summary>The sign of the determinant and the logarithm of its absolute value.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input) => LinalgOperators.Slogdet.Call2(input);

        /// <summary>A norm of matrices: 1, -1, 2, -2 or an infinity; the dimensions are the last two unless given.</summary>
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            LinalgOperators.MatrixNorm.Call(input, ord, dims, keepdim);

        /// <summary>A norm of matrices: <c>fro</c> or <c>nuc</c>; the dimensions are the last two unless given.</summary>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            LinalgOperators.MatrixNormByStrOrd.Call(input, ord, dims, keepdim);

        /// <summary>A norm of vectors (one dimension) or matrices (two) of the given order.</summary>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            LinalgOperators.Norm.Call(input, ord, dims, keepdim);

        /// <summary>A norm of vectors (one dimension) or matrices (two) of the given order.</summary>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            LinalgOperators.Norm.Call(input, ord, dims, keepdim);

        /// <summary>The root of the sum of squares, along the dimensions given or over all.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            LinalgOperators.Norm.Call(input, Argument.None, dims, keepdim);

        /// <summary>A norm of matrices: <c>fro</c> or <c>nuc</c>.</summary>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            LinalgOperators.NormByOrdStr.Call(input, ord, dims, keepdim);

        /// <summary>The number of singular values above max(atol, rtol · largest).</summary>
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            LinalgOperators.MatrixRankByAtolRtolFloat.Call(input, atol, rtol, hermitian);

        /// <summary>The number of singular values above max(atol, rtol · largest), per matrix.</summary>
        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            LinalgOperators.MatrixRankByAtolRtolTensor.Call(input, atol, rtol, hermitian);
    }
}
