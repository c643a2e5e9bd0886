using System.Numerics;
using System.Runtime.InteropServices;

namespace EvoGrad;

/// <summary>Adds four weighted rows to sums. Products of single-precision numbers are taken in double precision.</summary>
internal static class WeightedRows
{
    /// <summary>sums += w_A a + w_B b + w_C c + w_D d.</summary>
    public static void Add<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, ReadOnlySpan<T> d, (double A, double B, double C, double D) weights, Span<double> sums)
        where T : unmanaged, INumberBase<T>
    {
        var (wa, wb, wc, wd) = weights;
        int i = 0;
        for (; i <= sums.Length - 2 * Vector<double>.Count; i += 2 * Vector<double>.Count)
        {
            (Vector<double> a0, Vector<double> a1) = Load(a, i);
            (Vector<double> b0, Vector<double> b1) = Load(b, i);
            (Vector<double> c0, Vector<double> c1) = Load(c, i);
            (Vector<double> d0, Vector<double> d1) = Load(d, i);
            Span<double> low = sums.Slice(i, Vector<double>.Count), high = sums.Slice(i + Vector<double>.Count, Vector<double>.Count);
            (new Vector<double>(low) + ((a0 * wa + b0 * wb) + (c0 * wc + d0 * wd))).CopyTo(low);
            (new Vector<double>(high) + ((a1 * wa + b1 * wb) + (c1 * wc + d1 * wd))).CopyTo(high);
        }

        for (; i < sums.Length; i++)
            sums[i] += (Of(a[i]) * wa + Of(b[i]) * wb) + (Of(c[i]) * wc + Of(d[i]) * wd);
    }

    /// <summary>sums += w_A a² + w_B b² + w_C c² + w_D d².</summary>
    public static void AddSquares<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, ReadOnlySpan<T> d, (double A, double B, double C, double D) weights, Span<double> sums)
        where T : unmanaged, INumberBase<T>
    {
        var (wa, wb, wc, wd) = weights;
        int i = 0;
        for (; i <= sums.Length - 2 * Vector<double>.Count; i += 2 * Vector<double>.Count)
        {
            (Vector<double> a0, Vector<double> a1) = Load(a, i);
            (Vector<double> b0, Vector<double> b1) = Load(b, i);
            (Vector<double> c0, Vector<double> c1) = Load(c, i);
            (Vector<double> d0, Vector<double> d1) = Load(d, i);
            Span<double> low = sums.Slice(i, Vector<double>.Count), high = sums.Slice(i + Vector<double>.Count, Vector<double>.Count);
            (new Vector<double>(low) + ((a0 * a0 * wa + b0 * b0 * wb) + (c0 * c0 * wc + d0 * d0 * wd))).CopyTo(low);
            (new Vector<double>(high) + ((a1 * a1 * wa + b1 * b1 * wb) + (c1 * c1 * wc + d1 * d1 * wd))).CopyTo(high);
        }

        for (; i < sums.Length; i++)
        {
            double x = Of(a[i]), y = Of(b[i]), z = Of(c[i]), u = Of(d[i]);
            sums[i] += (x * x * wa + y * y * wb) + (z * z * wc + u * u * wd);
        }
    }

    private static (Vector<double> Low, Vector<double> High) Load<T>(ReadOnlySpan<T> numbers, int start)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Vector.Widen(new Vector<float>(MemoryMarshal.Cast<T, float>(numbers.Slice(start, Vector<float>.Count))), out Vector<double> low, out Vector<double> high);
            return (low, high);
        }

        ReadOnlySpan<double> doubles = MemoryMarshal.Cast<T, double>(numbers.Slice(start, 2 * Vector<double>.Count));
        return (new Vector<double>(doubles), new Vector<double>(doubles[Vector<double>.Count..]));
    }

    private static double Of<T>(T number)
        where T : INumberBase<T> => double.CreateTruncating(number);
}
