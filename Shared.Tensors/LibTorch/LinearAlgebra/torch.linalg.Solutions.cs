namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra: decompositions, solutions, norms. Leading dimensions are batches.</summary>
    public static partial class linalg
    {
        /// <summary>The inverse of a square matrix.</summary>
        public static Tensor inv(Tensor input) => LinalgOperators.Inv.Call(input);

        /// <summary>The inverse and, per matrix, 0 or where it is singular; <paramref name="check_errors"/> throws instead.</summary>
        public static (Tensor, Tensor) inv_ex(Tensor input, bool check_errors = false) =>
            LinalgOperators.InvEx.Call2(input, check_errors);

        /// <summary>The pseudoinverse; singular values below max(atol, rtol · largest) count as 0.</summary>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            LinalgOperators.PinvByAtolRtolFloat.Call(input, atol, rtol, hermitian);

        /// <summary>The pseudoinverse; singular values below max(atol, rtol · largest) count as 0, per matrix.</summary>
        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            LinalgOperators.PinvByAtolRtolTensor.Call(input, atol, rtol, hermitian);

        /// <summary>The X of least |A·X - B|, with its squared residuals, the rank and the singular values, which are empty where they were not computed.</summary>
        public static (Tensor, Tensor, Tensor, Tensor) lstsq(Tensor input, Tensor other) => LinalgOperators.Lstsq.Call4(input, other);

        /// <summary>The X of least |A·X - B|, with its squared residuals, the rank and the singular values, which are empty where they were not computed.</summary>
        public static (Tensor, Tensor, Tensor, Tensor) lstsq(Tensor input, Tensor other, double rcond) =>
            LinalgOperators.Lstsq.Call4(input, other, rcond);

        /// <summary>The X with A·X = B (X·A = B where not <paramref name="left"/>), from the result of <see cref="lu_factor"/>. Written into <paramref name="out"/> where given.</summary>
        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null) =>
            @out is null
            ? LinalgOperators.LuSolve.Call(LU, pivots, B, left, adjoint)
            : LinalgOperators.LuSolveByOut.Call(LU, pivots, B, left, adjoint, @out);

        /// <summary>The X with A·X = B, from the result of <see cref="ldl_factor"/>.</summary>
        public static Tensor ldl_solve(Tensor LD, Tensor pivots, Tensor B, bool hermitian = false) =>
            LinalgOperators.LdlSolve.Call(LD, pivots, B, hermitian);

        /// <summary>The inverse of a tensor whose first <paramref name="ind"/> dimensions are the rows of a square matrix.</summary>
        public static Tensor tensorinv(Tensor input, long ind) => LinalgOperators.Tensorinv.Call(input, ind);

        /// <summary>The X with tensordot(A, X) = B; the dimensions given are first moved to the end of A.</summary>
        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims) => LinalgOperators.Tensorsolve.Call(A, B, dims);
    }
}
