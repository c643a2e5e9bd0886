namespace Lagom.Evolution.LinearAlgebra;

/// <summary>The matrix work of CMA-ES for one dimension: picks managed code or OpenBLAS by size.</summary>
internal sealed class SymmetricMatrixMath
{
    // Measured with one thread (build/bench evolution --case cost): below these sizes managed code is as fast.
    private const int NativeEigenSize = 150;
    private const long NativeProduct = 4_000_000;

    private readonly int _size;
    private readonly bool _mayUseNative;
    private readonly SymmetricEigen? _eigen;
    private double[] _work = [];
    private int[] _integerWork = [];

    public SymmetricMatrixMath(int size, LinearAlgebraKind kind)
    {
        _size = size;
        _mayUseNative = kind == LinearAlgebraKind.Automatic && OpenBlas.IsAvailable;
        _eigen = _mayUseNative && size >= NativeEigenSize ? null : new SymmetricEigen(size);
    }

    /// <summary>result = a b for a [rows, size] and b [size, size].</summary>
    public void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result, int rows)
    {
        if (IsLarge(rows))
            OpenBlas.Multiply(a, b, result, rows, _size, _size);
        else
            MatrixProduct.Multiply(a, b, result, rows, _size, _size);
    }

    /// <summary>symmetric += aᵀ b for factors [inner, size].</summary>
    public void AddSymmetric(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> symmetric, int inner)
    {
        if (IsLarge(inner))
            OpenBlas.AddSymmetric(a, b, symmetric, inner, _size);
        else
            MatrixProduct.AddSymmetric(a, b, symmetric, inner, _size);
    }

    /// <inheritdoc cref="SymmetricEigen.Decompose"/>
    public bool Decompose(ReadOnlySpan<double> matrix, Span<double> values, Span<double> vectors) =>
        _eigen?.Decompose(matrix, values, vectors) ?? OpenBlas.Decompose(matrix, values, vectors, _size, ref _work, ref _integerWork);

    private bool IsLarge(int rows) => _mayUseNative && (long)rows * _size * _size >= NativeProduct;
}
