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

    /// <summary>
    /// The same for many points: numbers of one unit side by side, <see cref="DenseLayer.BlockPoints"/> of them. Sums of a point as above, bit for
    /// bit.
    /// </summary>
    public static void ApplyMany(ReadOnlySpan<double> x, int inputs, ReadOnlySpan<double> weights, ReadOnlySpan<double> bias, Span<double> results)
    {
        int width = bias.Length;
        ref double firstInput = ref MemoryMarshal.GetReference(x[..(inputs * DenseLayer.BlockPoints)]);
        ref double firstWeight = ref MemoryMarshal.GetReference(weights);
        ref double y = ref MemoryMarshal.GetReference(results[..(width * DenseLayer.BlockPoints)]);
        for (int j = 0; j < width; j += 4)
        {
            for (int p = 0; p < DenseLayer.BlockPoints; p += 2 * T.Count)
            {
                // Four units of two vectors of points: what is loaded serves several sums, which hide each other's latency.
                T a0 = T.All(bias[j]), a1 = T.All(bias[j + 1]), a2 = T.All(bias[j + 2]), a3 = T.All(bias[j + 3]);
                T b0 = a0, b1 = a1, b2 = a2, b3 = a3;
                ref double w = ref Unsafe.Add(ref firstWeight, j);
                ref double input = ref Unsafe.Add(ref firstInput, p);
                for (int i = 0; i < inputs; i++)
                {
                    T a = T.Load(ref input);
                    T b = T.Load(ref Unsafe.Add(ref input, T.Count));
                    T weight = T.All(w);
                    a0 = T.FusedMultiplyAdd(a, weight, a0);
                    b0 = T.FusedMultiplyAdd(b, weight, b0);
                    weight = T.All(Unsafe.Add(ref w, 1));
                    a1 = T.FusedMultiplyAdd(a, weight, a1);
                    b1 = T.FusedMultiplyAdd(b, weight, b1);
                    weight = T.All(Unsafe.Add(ref w, 2));
                    a2 = T.FusedMultiplyAdd(a, weight, a2);
                    b2 = T.FusedMultiplyAdd(b, weight, b2);
                    weight = T.All(Unsafe.Add(ref w, 3));
                    a3 = T.FusedMultiplyAdd(a, weight, a3);
                    b3 = T.FusedMultiplyAdd(b, weight, b3);
                    input = ref Unsafe.Add(ref input, DenseLayer.BlockPoints);
                    w = ref Unsafe.Add(ref w, width);
                }

                ref double result = ref Unsafe.Add(ref y, (j * DenseLayer.BlockPoints) + p);
                StorePair(ref result, a0, b0);
                StorePair(ref Unsafe.Add(ref result, DenseLayer.BlockPoints), a1, b1);
                StorePair(ref Unsafe.Add(ref result, 2 * DenseLayer.BlockPoints), a2, b2);
                StorePair(ref Unsafe.Add(ref result, 3 * DenseLayer.BlockPoints), a3, b3);
            }
        }
    }

    /// <summary>bias + <see cref="DenseLayer.Dot"/> of the weights and the inputs of each of many points, bit for bit.</summary>
    public static void DotMany(ReadOnlySpan<double> x, ReadOnlySpan<double> weights, double bias, Span<double> results)
    {
        ref double firstInput = ref MemoryMarshal.GetReference(x[..(weights.Length * DenseLayer.BlockPoints)]);
        ref double w = ref MemoryMarshal.GetReference(weights);
        ref double y = ref MemoryMarshal.GetReference(results[..DenseLayer.BlockPoints]);
        for (int p = 0; p < DenseLayer.BlockPoints; p += T.Count)
        {
            T s0 = T.All(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
            ref double input = ref Unsafe.Add(ref firstInput, p);
            for (int i = 0; i < weights.Length; i += DenseLayer.Block)
            {
                s0 = Term(ref input, ref w, i, s0);
                s1 = Term(ref input, ref w, i + 1, s1);
                s2 = Term(ref input, ref w, i + 2, s2);
                s3 = Term(ref input, ref w, i + 3, s3);
                s4 = Term(ref input, ref w, i + 4, s4);
                s5 = Term(ref input, ref w, i + 5, s5);
                s6 = Term(ref input, ref w, i + 6, s6);
                s7 = Term(ref input, ref w, i + 7, s7);
            }

            (T.All(bias) + (((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7)))).Store(ref Unsafe.Add(ref y, p));
        }

        static T Term(ref double input, ref double w, int i, T sum) =>
            T.FusedMultiplyAdd(T.Load(ref Unsafe.Add(ref input, i * DenseLayer.BlockPoints)), T.All(Unsafe.Add(ref w, i)), sum);
    }

    /// <summary>The sum of squares over the units, of each of many points.</summary>
    public static void SquaresMany(ReadOnlySpan<double> x, Span<double> results)
    {
        ref double first = ref MemoryMarshal.GetReference(x);
        ref double y = ref MemoryMarshal.GetReference(results[..DenseLayer.BlockPoints]);
        for (int p = 0; p < DenseLayer.BlockPoints; p += T.Count)
        {
            T sum = T.All(0);
            for (int i = p; i < x.Length; i += DenseLayer.BlockPoints)
            {
                T number = T.Load(ref Unsafe.Add(ref first, i));
                sum += number * number;
            }

            sum.Store(ref Unsafe.Add(ref y, p));
        }
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair(ref double destination, T first, T second)
    {
        first.Store(ref destination);
        second.Store(ref Unsafe.Add(ref destination, T.Count));
    }
}
