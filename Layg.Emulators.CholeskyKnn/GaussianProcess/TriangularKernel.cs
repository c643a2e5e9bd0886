using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// Forward substitution, four rows of the factor at a time: what is loaded of the right-hand sides serves all of them, and their sums hide
/// each other's latency. Every sum has the same order for one right-hand side and for two.
/// </summary>
internal static class TriangularKernel
{
    /// <summary>Rows of a step; as many as a vector has numbers, so that no sum has a remainder.</summary>
    public const int Rows = 4;

    /// <summary>Solves the rows from <paramref name="first"/> on, for one right-hand side.</summary>
    /// <param name="factor">Up to four rows of the factor.</param>
    /// <param name="b">Solved up to <paramref name="first"/>, a multiple of four.</param>
    /// <param name="first">The first row.</param>
    public static void Step(ReadOnlySpan<double[]> factor, Span<double> b, int first)
    {
        if (factor.Length < Rows)
        {
            Remainder(factor, b, first);
            return;
        }

        ref double r0 = ref Start(factor[0]), r1 = ref Start(factor[1]), r2 = ref Start(factor[2]), r3 = ref Start(factor[3]);
        ref double x = ref MemoryMarshal.GetReference(b);
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        for (nuint i = 0; i < (nuint)first; i += Rows)
        {
            Vector256<double> v = Vector256.LoadUnsafe(ref x, i);
            s0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref r0, i), v, s0);
            s1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref r1, i), v, s1);
            s2 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref r2, i), v, s2);
            s3 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref r3, i), v, s3);
        }

        Finish(factor, b, first, Vector256.Sum(s0), Vector256.Sum(s1), Vector256.Sum(s2), Vector256.Sum(s3));
    }

    /// <summary>Solves the rows from <paramref name="first"/> on, for two right-hand sides.</summary>
    /// <inheritdoc cref="Step(ReadOnlySpan{double[]}, Span{double}, int)"/>
    public static void Step(ReadOnlySpan<double[]> factor, Span<double> b, Span<double> c, int first)
    {
        if (factor.Length < Rows)
        {
            Remainder(factor, b, first);
            Remainder(factor, c, first);
            return;
        }

        ref double r0 = ref Start(factor[0]), r1 = ref Start(factor[1]), r2 = ref Start(factor[2]), r3 = ref Start(factor[3]);
        ref double x = ref MemoryMarshal.GetReference(b), y = ref MemoryMarshal.GetReference(c);
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector256<double> t0 = default, t1 = default, t2 = default, t3 = default;
        for (nuint i = 0; i < (nuint)first; i += Rows)
        {
            Vector256<double> v = Vector256.LoadUnsafe(ref x, i);
            Vector256<double> w = Vector256.LoadUnsafe(ref y, i);
            Vector256<double> row = Vector256.LoadUnsafe(ref r0, i);
            s0 = Vector256.FusedMultiplyAdd(row, v, s0);
            t0 = Vector256.FusedMultiplyAdd(row, w, t0);
            row = Vector256.LoadUnsafe(ref r1, i);
            s1 = Vector256.FusedMultiplyAdd(row, v, s1);
            t1 = Vector256.FusedMultiplyAdd(row, w, t1);
            row = Vector256.LoadUnsafe(ref r2, i);
            s2 = Vector256.FusedMultiplyAdd(row, v, s2);
            t2 = Vector256.FusedMultiplyAdd(row, w, t2);
            row = Vector256.LoadUnsafe(ref r3, i);
            s3 = Vector256.FusedMultiplyAdd(row, v, s3);
            t3 = Vector256.FusedMultiplyAdd(row, w, t3);
        }

        Finish(factor, b, first, Vector256.Sum(s0), Vector256.Sum(s1), Vector256.Sum(s2), Vector256.Sum(s3));
        Finish(factor, c, first, Vector256.Sum(t0), Vector256.Sum(t1), Vector256.Sum(t2), Vector256.Sum(t3));
    }

    // The triangle at the end of the four rows.
    private static void Finish(ReadOnlySpan<double[]> factor, Span<double> b, int first, double sum0, double sum1, double sum2, double sum3)
    {
        Span<double> x = b.Slice(first, Rows);
        ReadOnlySpan<double> row = factor[0].AsSpan(first);
        x[0] = (x[0] - sum0) / row[0];
        row = factor[1].AsSpan(first);
        x[1] = (x[1] - sum1 - (row[0] * x[0])) / row[1];
        row = factor[2].AsSpan(first);
        x[2] = (x[2] - sum2 - (row[0] * x[0]) - (row[1] * x[1])) / row[2];
        row = factor[3].AsSpan(first);
        x[3] = (x[3] - sum3 - (row[0] * x[0]) - (row[1] * x[1]) - (row[2] * x[2])) / row[3];
    }

    private static void Remainder(ReadOnlySpan<double[]> factor, Span<double> b, int first)
    {
        for (int j = 0; j < factor.Length; j++)
        {
            ReadOnlySpan<double> row = factor[j];
            double sum = b[first + j];
            for (int i = 0; i < first + j; i++)
                sum -= row[i] * b[i];
            b[first + j] = sum / row[first + j];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref double Start(double[] row) => ref MemoryMarshal.GetArrayDataReference(row);
}
