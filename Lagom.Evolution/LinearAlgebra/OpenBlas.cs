using System.Runtime.InteropServices;

namespace Lagom.Evolution.LinearAlgebra;

/// <summary>The few routines of the system's OpenBLAS that large matrices gain from; nothing where it is not installed.</summary>
internal static unsafe class OpenBlas
{
    private const int RowMajor = 101;
    private const int NoTranspose = 111;
    private const int Transpose = 112;

    private static readonly delegate* unmanaged<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void> Dgemm;
    private static readonly delegate* unmanaged<byte*, byte*, int*, double*, int*, double*, double*, int*, int*, int*, int*, nint, nint, void> Dsyevd;

    static OpenBlas()
    {
        foreach (string name in (ReadOnlySpan<string>)["libopenblas.so.0", "libopenblas.so", "libopenblas.dll", "libopenblas.dylib"])
        {
            if (!NativeLibrary.TryLoad(name, out nint library))
                continue;
            if (NativeLibrary.TryGetExport(library, "cblas_dgemm", out nint dgemm) && NativeLibrary.TryGetExport(library, "dsyevd_", out nint dsyevd))
            {
                Dgemm = (delegate* unmanaged<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void>)dgemm;
                Dsyevd = (delegate* unmanaged<byte*, byte*, int*, double*, int*, double*, double*, int*, int*, int*, int*, nint, nint, void>)dsyevd;
                return;
            }

            NativeLibrary.Free(library);
        }
    }

    /// <summary>Whether it was found.</summary>
    public static bool IsAvailable => Dgemm != null;

    /// <summary>result = a b, shapes as in <see cref="MatrixProduct.Multiply"/>.</summary>
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result, int rows, int inner, int columns)
    {
        fixed (double* left = a, right = b, target = result)
            Dgemm(RowMajor, NoTranspose, NoTranspose, rows, columns, inner, 1, left, inner, right, columns, 0, target, columns);
    }

    /// <summary>symmetric += aᵀ b, shapes as in <see cref="MatrixProduct.AddSymmetric"/>.</summary>
    public static void AddSymmetric(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> symmetric, int inner, int size)
    {
        fixed (double* left = a, right = b, target = symmetric)
            Dgemm(RowMajor, Transpose, NoTranspose, size, size, inner, 1, left, size, right, size, 1, target, size);
        MatrixProduct.Mirror(symmetric, size);
    }

    /// <summary>Decomposes a symmetric matrix; results as in <see cref="SymmetricEigen.Decompose"/>.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="values">Receives the eigenvalues.</param>
    /// <param name="vectors">Receives the eigenvectors.</param>
    /// <param name="size">Rows and columns.</param>
    /// <param name="work">Scratch, kept by the caller from call to call; empty at first.</param>
    /// <param name="integerWork">The same of integers.</param>
    public static bool Decompose(
        ReadOnlySpan<double> matrix, Span<double> values, Span<double> vectors, int size, ref double[] work, ref int[] integerWork)
    {
        matrix.CopyTo(vectors);
        byte job = (byte)'V', triangle = (byte)'L';
        int info, query = -1, integers;
        double numbers;
        fixed (double* value = values, vector = vectors)
        {
            if (work.Length == 0)
            {
                Dsyevd(&job, &triangle, &size, vector, &size, value, &numbers, &query, &integers, &query, &info, 1, 1);
                work = new double[(int)numbers];
                integerWork = new int[integers];
            }

            int workLength = work.Length, integerLength = integerWork.Length;
            fixed (double* workStart = work)
            fixed (int* integerStart = integerWork)
                Dsyevd(&job, &triangle, &size, vector, &size, value, workStart, &workLength, integerStart, &integerLength, &info, 1, 1);
        }

        return info == 0;
    }
}
