namespace TorchSharp;

// Decompositions and what is computed from them.
public static partial class torch
{
    /// <inheritdoc cref="Tensor.cholesky(bool)"/>
    public static Tensor cholesky(Tensor input) => input.cholesky();

    /// <inheritdoc cref="Tensor.cholesky(bool)"/>
    public static Tensor cholesky(Tensor input, bool upper) => input.cholesky(upper);

    /// <inheritdoc cref="Tensor.cholesky_inverse(bool)"/>
    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => input.cholesky_inverse(upper);

    /// <inheritdoc cref="Tensor.cholesky_solve(Tensor, bool)"/>
    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) => input.cholesky_solve(input2, upper);

    /// <inheritdoc cref="Tensor.det()"/>
    public static Tensor det(Tensor input) => input.det();

    /// <inheritdoc cref="Tensor.inverse()"/>
    public static Tensor inverse(Tensor input) => input.inverse();

    /// <inheritdoc cref="Tensor.logdet()"/>
    public static Tensor logdet(Tensor input) => input.logdet();

    /// <inheritdoc cref="Tensor.matrix_power(int)"/>
    public static Tensor matrix_power(Tensor input, int n) => input.matrix_power(n);

    /// <inheritdoc cref="Tensor.ormqr(Tensor, Tensor, bool, bool)"/>
    public static Tensor ormqr(Tensor input, Tensor tau, Tensor other, bool left = true, bool transpose = false) => input.ormqr(tau, other, left, transpose);

    /// <inheritdoc cref="Tensor.pinverse(double, bool)"/>
    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => input.pinverse(rcond, hermitian);

    /// <inheritdoc cref="Tensor.geqrf()"/>
    public static (Tensor, Tensor) geqrf(Tensor input) => input.geqrf();

    /// <summary>The sign of the determinant and the logarithm of its absolute value.</summary>
    public static (Tensor, Tensor) slogdet(Tensor A) => LinalgOperators.Slogdet.Call2(A);

    /// <summary>The X with A·X = b, from the LU factorisation of A.</summary>
    public static Tensor lu_solve(Tensor b, Tensor LU_data, Tensor LU_pivots) => LinalgOperators.LuSolve.Call(LU_data, LU_pivots, b);
}
