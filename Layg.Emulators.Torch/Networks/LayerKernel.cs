using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Layg.Emulators.Torch;

/// <summary>The arithmetic of layers on vectors of one width.</summary>
internal static class LayerKernel<T>
    where T : struct, ILanes<T>
{
    private const int Together = 4;

    // Adding this to a number below 2^51 rounds it to a whole one, which then stands in the last bits.
    private const double RoundingShift = 6755399441055744.0;
    private const double TwoLog2E = 2 * 1.4426950408889634;
    private const double HalfLn2High = 0.5 * 6.93147180369123816490e-01;
    private const double HalfLn2Low = 0.5 * 1.90821492927058770002e-10;
    private const double Saturation = 20;

    /// <summary>results = bias + x W, all padded to whole vectors; every result is summed in the order of the inputs.</summary>
    public static void Apply(ReadOnlySpan<double> x, ReadOnlySpan<double> weights, ReadOnlySpan<double> bias, Span<double> results)
    {
        int width = bias.Length;
        ref double w = ref MemoryMarshal.GetReference(weights);
        ref double b = ref MemoryMarshal.GetReference(bias);
        ref double y = ref MemoryMarshal.GetReference(results[..width]);
        int j = 0;
        // Four sums at once hide the latency of the multiply-adds.
        for (; j + (Together * T.Count) <= width; j += Together * T.Count)
        {
            T sum0 = T.Load(ref Unsafe.Add(ref b, j));
            T sum1 = T.Load(ref Unsafe.Add(ref b, j + T.Count));
            T sum2 = T.Load(ref Unsafe.Add(ref b, j + (2 * T.Count)));
            T sum3 = T.Load(ref Unsafe.Add(ref b, j + (3 * T.Count)));
            ref double row = ref Unsafe.Add(ref w, j);
            for (int i = 0; i < x.Length; i++)
            {
                T input = T.All(x[i]);
                sum0 = T.FusedMultiplyAdd(input, T.Load(ref row), sum0);
                sum1 = T.FusedMultiplyAdd(input, T.Load(ref Unsafe.Add(ref row, T.Count)), sum1);
                sum2 = T.FusedMultiplyAdd(input, T.Load(ref Unsafe.Add(ref row, 2 * T.Count)), sum2);
                sum3 = T.FusedMultiplyAdd(input, T.Load(ref Unsafe.Add(ref row, 3 * T.Count)), sum3);
                row = ref Unsafe.Add(ref row, width);
            }

            sum0.Store(ref Unsafe.Add(ref y, j));
            sum1.Store(ref Unsafe.Add(ref y, j + T.Count));
            sum2.Store(ref Unsafe.Add(ref y, j + (2 * T.Count)));
            sum3.Store(ref Unsafe.Add(ref y, j + (3 * T.Count)));
        }

        for (; j < width; j += T.Count)
        {
            T sum = T.Load(ref Unsafe.Add(ref b, j));
            ref double row = ref Unsafe.Add(ref w, j);
            for (int i = 0; i < x.Length; i++)
            {
                sum = T.FusedMultiplyAdd(T.All(x[i]), T.Load(ref row), sum);
                row = ref Unsafe.Add(ref row, width);
            }

            sum.Store(ref Unsafe.Add(ref y, j));
        }
    }

    /// <summary>The inner product of two vectors of the same length, a multiple of the width.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ref double l = ref MemoryMarshal.GetReference(left);
        ref double r = ref MemoryMarshal.GetReference(right[..left.Length]);
        T even = T.All(0);
        T odd = T.All(0);
        int i = 0;
        for (; i + (2 * T.Count) <= left.Length; i += 2 * T.Count)
        {
            even = T.FusedMultiplyAdd(T.Load(ref Unsafe.Add(ref l, i)), T.Load(ref Unsafe.Add(ref r, i)), even);
            odd = T.FusedMultiplyAdd(T.Load(ref Unsafe.Add(ref l, i + T.Count)), T.Load(ref Unsafe.Add(ref r, i + T.Count)), odd);
        }

        if (i < left.Length)
            even = T.FusedMultiplyAdd(T.Load(ref Unsafe.Add(ref l, i)), T.Load(ref Unsafe.Add(ref r, i)), even);
        return (even + odd).Sum();
    }

    /// <summary>tanh x = 1 - 2 / (e²ˣ + 1), with e²ˣ = 2ᵏ eᶠ and a polynomial for |f| ≤ ln 2 / 2; absolute error below 5e-16.</summary>
    public static void Tanh(Span<double> numbers)
    {
        ref double start = ref MemoryMarshal.GetReference(numbers);
        for (int i = 0; i < numbers.Length; i += T.Count)
        {
            ref double place = ref Unsafe.Add(ref start, i);
            T x = T.Clamp(T.Load(ref place), T.All(-Saturation), T.All(Saturation));
            T shifted = T.FusedMultiplyAdd(x, T.All(TwoLog2E), T.All(RoundingShift));
            T k = shifted - T.All(RoundingShift);
            // Half of f, so that x needs no doubling.
            T half = T.FusedMultiplyAdd(k, T.All(-HalfLn2Low), T.FusedMultiplyAdd(k, T.All(-HalfLn2High), x));
            T f = half + half;
            // Taylor's series: its remainder after the 13th power is below 1e-17 here.
            T series = T.FusedMultiplyAdd(f, T.All(1.0 / 6227020800), T.All(1.0 / 479001600));
            series = T.FusedMultiplyAdd(series, f, T.All(1.0 / 39916800));
            series = T.FusedMultiplyAdd(series, f, T.All(1.0 / 3628800));
            series = T.FusedMultiplyAdd(series, f, T.All(1.0 / 362880));
            series = T.FusedMultiplyAdd(series, f, T.All(1.0 / 40320));
            series = T.FusedMultiplyAdd(series, f, T.All(1.0 / 5040));
            series = T.FusedMultiplyAdd(series, f, T.All(1.0 / 720));
            series = T.FusedMultiplyAdd(series, f, T.All(1.0 / 120));
            series = T.FusedMultiplyAdd(series, f, T.All(1.0 / 24));
            series = T.FusedMultiplyAdd(series, f, T.All(1.0 / 6));
            series = T.FusedMultiplyAdd(series, f, T.All(0.5));
            series = T.FusedMultiplyAdd(series, f, T.All(1));
            series = T.FusedMultiplyAdd(series, f, T.All(1));
            T exponential = T.Scale(series, shifted);
            (T.All(1) - (T.All(2) / (exponential + T.All(1)))).Store(ref place);
        }
    }
}
