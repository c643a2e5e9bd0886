using System.Numerics;
using System.Runtime.InteropServices;

namespace EvoGrad;

/// <summary>Adds four weighted rows to sums. Products of single-precision numbers are taken in double precision.</summary>
internal static class WeightedRows
{
    /// <summary>A function of each number before it is weighted.</summary>
    private interface ITerm
    {
        static abstract Vector<double> Of(Vector<double> numbers);

        static abstract double Of(double number);
    }

    /// <summary>sums += w_A a + w_B b + w_C c + w_D d.</summary>
    public static void Add<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, ReadOnlySpan<T> d, (double A, double B, double C, double D) weights, Span<double> sums)
        where T : unmanaged, INumberBase<T> => AddTerms<T, Itself>(a, b, c, d, weights, sums);

    /// <summary>sums += w_A a² + w_B b² + w_C c² + w_D d².</summary>
    public static void AddSquares<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, ReadOnlySpan<T> d, (double A, double B, double C, double D) weights, Span<double> sums)
        where T : unmanaged, INumberBase<T> => AddTerms<T, Square>(a, b, c, d, weights, sums);

    private static void AddTerms<T, TTerm>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, ReadOnlySpan<T> d, (double A, double B, double C, double D) weights, Span<double> sums)
        where T : unmanaged, INumberBase<T>
        where TTerm : struct, ITerm
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
            (new Vector<double>(low) + ((TTerm.Of(a0) * wa + TTerm.Of(b0) * wb) + (TTerm.Of(c0) * wc + TTerm.Of(d0) * wd))).CopyTo(low);
            (new Vector<double>(high) + ((TTerm.Of(a1) * wa + TTerm.Of(b1) * wb) + (TTerm.Of(c1) * wc + TTerm.Of(d1) * wd))).CopyTo(high);
        }

        for (; i < sums.Length; i++)
            sums[i] += (TTerm.Of(Of(a[i])) * wa + TTerm.Of(Of(b[i])) * wb) + (TTerm.Of(Of(c[i])) * wc + TTerm.Of(Of(d[i])) * wd);
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

    private readonly struct Itself : ITerm
    {
        public static Vector<double> Of(Vector<double> numbers) => numbers;

        public static double Of(double number) => number;
    }

    private readonly struct Square : ITerm
    {
        public static Vector<double> Of(Vector<double> numbers) => numbers * numbers;

        public static double Of(double number) => number * number;
    }
}
