namespace TorchSharp;

// Decompositions and what is computed from them.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The triangular Cholesky factor of a positive definite matrix: the lower one, or the upper.</summary>
        public Tensor cholesky(bool upper = false) => LinalgOperators.Cholesky.Call(this, upper);

        /// <summary>The inverse of a matrix whose Cholesky factor this is.</summary>
        public Tensor cholesky_inverse(bool upper = false) => LinalgOperators.PlainCholeskyInverse.Call(this, upper);

        /// <summary>The X with A·X = this, where A has the Cholesky factor <paramref name="input2"/>.</summary>
        public Tensor cholesky_solve(Tensor input2, bool upper = false) => LinalgOperators.PlainCholeskySolve.Call(this, input2, upper);

        /// <summary>The determinant.</summary>
        public Tensor det() => LinalgOperators.Det.Call(this);

        /// <summary>The inverse of a square matrix.</summary>
        public Tensor inverse() => LinalgOperators.Inv.Call(this);

        /// <summary>The logarithm of the determinant; not a number where that is negative.</summary>
        public Tensor logdet() => LinalgOperators.PlainLogdet.Call(this);

        /// <summary>The matrix to a power; a negative one inverts.</summary>
        public Tensor matrix_power(int n) => LinalgOperators.MatrixPower.Call(this, n);

        /// <summary>The product of the reflections of <see cref="geqrf"/> and another matrix.</summary>
        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) => LinalgOperators.PlainOrmqr.Call(this, tau, other, left, transpose);

        /// <summary>The pseudoinverse; singular values below rcond times the largest count as 0.</summary>
        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => LinalgOperators.Pinv.Call(this, rcond, hermitian);

        /// <summary>The QR decomposition as LAPACK keeps it: R with the reflections below its diagonal, and their factors.</summary>
        public (Tensor, Tensor) geqrf() => LinalgOperators.PlainGeqrf.Call2(this);
    }
}
