using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// Forward substitution, four rows of the factor at a time: what is loaded of the right-hand sides serves all of them, and their sums hide
/// each other's latency. Every sum has the same order for one right-hand side and for three.
/// </summary>
internal static class TriangularKernel
{
    /// <summary>Rows of a step; as many as a vector has numbers, so that no sum has a remainder.</summary>
    public const int Rows = 4;

    /// <summary>Right-hand sides of the larger step: twelve sums, three right-hand sides and a row fill sixteen registers.</summary>
    public const int Together = 3;

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

        Finish(factor, b, first, Sums(s0, s1, s2, s3));
    }

    /// <summary>Solves the rows from <paramref name="first"/> on, for <see cref="Together"/> right-hand sides.</summary>
    /// <param name="factor">Up to four rows of the factor.</param>
    /// <param name="b">The right-hand sides, one after the other, solved up to <paramref name="first"/>, a multiple of four.</param>
    /// <param name="first">The first row.</param>
    public static void StepTogether(ReadOnlySpan<double[]> factor, Span<double> b, int first)
    {
        int length = b.Length / Together;
        Span<double> b0 = b[..length], b1 = b.Slice(length, length), b2 = b.Slice(2 * length, length);
        if (factor.Length < Rows)
        {
            Remainder(factor, b0, first);
            Remainder(factor, b1, first);
            Remainder(factor, b2, first);
            return;
        }

        ref double r0 = ref Start(factor[0]), r1 = ref Start(factor[1]), r2 = ref Start(factor[2]), r3 = ref Start(factor[3]);
        ref double x = ref MemoryMarshal.GetReference(b0), y = ref MemoryMarshal.GetReference(b1), z = ref MemoryMarshal.GetReference(b2);
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector256<double> t0 = default, t1 = default, t2 = default, t3 = default;
        Vector256<double> u0 = default, u1 = default, u2 = default, u3 = default;
        for (nuint i = 0; i < (nuint)first; i += Rows)
        {
            Vector256<double> v = Vector256.LoadUnsafe(ref x, i);
            Vector256<double> w = Vector256.LoadUnsafe(ref y, i);
            Vector256<double> o = Vector256.LoadUnsafe(ref z, i);
            Vector256<double> row = Vector256.LoadUnsafe(ref r0, i);
            s0 = Vector256.FusedMultiplyAdd(row, v, s0);
            t0 = Vector256.FusedMultiplyAdd(row, w, t0);
            u0 = Vector256.FusedMultiplyAdd(row, o, u0);
            row = Vector256.LoadUnsafe(ref r1, i);
            s1 = Vector256.FusedMultiplyAdd(row, v, s1);
            t1 = Vector256.FusedMultiplyAdd(row, w, t1);
            u1 = Vector256.FusedMultiplyAdd(row, o, u1);
            row = Vector256.LoadUnsafe(ref r2, i);
            s2 = Vector256.FusedMultiplyAdd(row, v, s2);
            t2 = Vector256.FusedMultiplyAdd(row, w, t2);
            u2 = Vector256.FusedMultiplyAdd(row, o, u2);
            row = Vector256.LoadUnsafe(ref r3, i);
            s3 = Vector256.FusedMultiplyAdd(row, v, s3);
            t3 = Vector256.FusedMultiplyAdd(row, w, t3);
            u3 = Vector256.FusedMultiplyAdd(row, o, u3);
        }

        Finish(factor, b0, first, Sums(s0, s1, s2, s3));
        Finish(factor, b1, first, Sums(t0, t1, t2, t3));
        Finish(factor, b2, first, Sums(u0, u1, u2, u3));
    }

    /// <summary>The sums of four vectors, each (v₀ + v₁) + (v₂ + v₃).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Sums(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        if (!Avx.IsSupported)
            return Vector256.Create(Sum(a), Sum(b), Sum(c), Sum(d));
        Vector256<double> ab = Avx.HorizontalAdd(a, b);
        Vector256<double> cd = Avx.HorizontalAdd(c, d);
        return Avx.Permute2x128(ab, cd, 0x20) + Avx.Permute2x128(ab, cd, 0x31);

        static double Sum(Vector256<double> v) => (v[0] + v[1]) + (v[2] + v[3]);
    }

    // The triangle at the end of the four rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(ReadOnlySpan<double[]> factor, Span<double> b, int first, Vector256<double> sums)
    {
        Span<double> x = b.Slice(first, Rows);
        ReadOnlySpan<double> row = factor[0].AsSpan(first);
        double x0 = (x[0] - sums[0]) / row[0];
        row = factor[1].AsSpan(first);
        double x1 = (x[1] - sums[1] - (row[0] * x0)) / row[1];
        row = factor[2].AsSpan(first);
        double x2 = (x[2] - sums[2] - (row[0] * x0) - (row[1] * x1)) / row[2];
        row = factor[3].AsSpan(first);
        double x3 = (x[3] - sums[3] - (row[0] * x0) - (row[1] * x1) - (row[2] * x2)) / row[3];
        (x[0], x[1], x[2], x[3]) = (x0, x1, x2, x3);
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
