namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra: decompositions, solutions, norms. Leading dimensions are batches.</summary>
    public static partial class linalg
    {
        /// <summary>The lower triangular L with A = L·Lᴴ, of a positive definite matrix.</summary>
        public static Tensor cholesky(Tensor input) => LinalgOperators.Cholesky.Call(input);

        /// <summary>The Cholesky factor and, per matrix, 0 or the order of the leading minor that is not positive definite; <paramref name="check_errors"/> throws instead.</summary>
        public static (Tensor, Tensor) cholesky_ex(Tensor input, bool check_errors = false) =>
            LinalgOperators.CholeskyEx.Call2(input, false, check_errors);

        /// <summary>The eigenvalues and eigenvectors of a square matrix, both complex.</summary>
        public static (Tensor, Tensor) eig(Tensor input) => LinalgOperators.Eig.Call2(input);

        /// <summary>The eigenvalues of a square matrix, complex.</summary>
        public static Tensor eigvals(Tensor input) => LinalgOperators.Eigvals.Call(input);

        /// <summary>The eigenvalues, ascending, and eigenvectors in columns, of a Hermitian matrix of which one triangle is read: <c>L</c> or <c>U</c>.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => LinalgOperators.Eigh.Call2(input, UPLO.ToString());

        /// <summary>The eigenvalues, ascending, of a Hermitian matrix of which one triangle is read: <c>L</c> or <c>U</c>.</summary>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => LinalgOperators.Eigvalsh.Call(input, UPLO.ToString());

        /// <summary>Q and R with A = Q·R; Q is empty in mode <see cref="QRMode.R"/>.</summary>
        public static (Tensor, Tensor) qr(Tensor input, QRMode mode = QRMode.Reduced) => LinalgOperators.Qr.Call2(input, ModeName(mode));

        private static string ModeName(QRMode mode) => mode switch
        {
            QRMode.Reduced => "reduced",
            QRMode.Complete => "complete",
            QRMode.R => "r",
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Allowed are Reduced, Complete and R."),
        };

        /// <summary>U, the singular values, descending, and Vᴴ, with A = U·diag(S)·Vᴴ.</summary>
        public static (Tensor, Tensor, Tensor) svd(Tensor input, bool fullMatrices = true) =>
            LinalgOperators.Svd.Call3(input, fullMatrices);

        /// <summary>The singular values, descending.</summary>
        public static Tensor svdvals(Tensor input) => LinalgOperators.Svdvals.Call(input);

        /// <summary>P, L and U with A = P·L·U.</summary>
        public static (Tensor, Tensor, Tensor) lu(Tensor input, bool pivot = true) => LinalgOperators.Lu.Call3(input, pivot);

        /// <summary>L (below the diagonal, its own being 1) and U in one matrix, and the pivots, for <see cref="lu_solve"/>.</summary>
        public static (Tensor, Tensor) lu_factor(Tensor input, bool pivot = true) => LinalgOperators.LuFactor.Call2(input, pivot);

        /// <summary>The LDL factorisation of a Hermitian or symmetric matrix, compact, and its pivots, for <see cref="ldl_solve"/>.</summary>
        public static (Tensor, Tensor) ldl_factor(Tensor input, bool hermitian = true) =>
            LinalgOperators.LdlFactor.Call2(input, hermitian);

        /// <summary>The LDL factorisation, its pivots and, per matrix, 0 or where it failed; <paramref name="check_errors"/> throws instead.</summary>
        public static (Tensor, Tensor, Tensor) ldl_factor_ex(Tensor input, bool hermitian = true, bool check_errors = false) =>
            LinalgOperators.LdlFactorEx.Call3(input, hermitian, check_errors);

        /// <summary>The first columns of the product of Householder reflections, as LAPACK gives them.</summary>
        public static Tensor householder_product(Tensor A, Tensor tau) => LinalgOperators.HouseholderProduct.Call(A, tau);
    }
}
