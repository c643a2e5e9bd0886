using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Shared.Tensors;

/// <summary>
/// The inverse of the standard normal distribution function, to about 16 digits and the same bits on every machine.
/// </summary>
/// <remarks>
/// MathNet's <c>Normal.InvCDF</c> goes through the platform's logarithm, whose last bit differs between machines; random
/// streams promise equal bits, so the logarithm here is built from exact IEEE operations. A fused multiply-add is one of them:
/// it rounds once wherever it is computed. One number takes the same instructions as four, so both give the same bits.
/// <para><b>Source:</b> Wichura (1988), "Algorithm AS 241: the percentage points of the normal distribution" (PPND16).</para>
/// </remarks>
internal static class NormalQuantile
{
    private const double CentreHalfWidth = 0.425;
    private const int Chunk = 256;

    /// <summary>Returns the point below which a standard normal variable falls with a probability.</summary>
    /// <param name="probability">The probability. Range: 2^-1022 to 1 - 2^-53.</param>
    /// <remarks>The number fills all four lanes: what happens to lie in unused ones may be a subnormal number, which is slow.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double probability)
    {
        double q = probability - 0.5;
        return Math.Abs(q) <= CentreHalfWidth ? Centre(Vector256.Create(q)).ToScalar() : Tail(probability);
    }

    /// <summary>Replaces probabilities by their quantiles, each the same bit for bit as <see cref="Of"/> gives.</summary>
    /// <param name="values">The probabilities; receives the quantiles.</param>
    public static void InPlace(Span<double> values)
    {
        for (; values.Length > Chunk; values = values[Chunk..])
            InPlaceChunk(values[..Chunk]);
        InPlaceChunk(values);
    }

    // The centre's formula is computed for all, and the other 15 % are put aside without a branch, since no branch predictor guesses them.
    private static void InPlaceChunk(Span<double> values)
    {
        Span<double> tails = stackalloc double[Chunk + Vector256<double>.Count];
        Span<int> positions = stackalloc int[Chunk + Vector256<double>.Count];
        int count = 0;
        int i = 0;
        for (; i <= values.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Span<double> four = values.Slice(i, Vector256<double>.Count);
            for (int lane = 0; lane < Vector256<double>.Count; lane++)
            {
                tails[count] = four[lane];
                positions[count] = i + lane;
                count += Math.Abs(four[lane] - 0.5) <= CentreHalfWidth ? 0 : 1;
            }

            Centre(Vector256.Create<double>(four) - Vector256.Create(0.5)).CopyTo(four);
        }

        for (; i < values.Length; i++)
            values[i] = Of(values[i]);
        tails.Slice(count, Vector256<double>.Count).Fill(0.5);
        for (int first = 0; first < count; first += Vector256<double>.Count)
        {
            Vector256<double> quantiles = Tail(Vector256.Create<double>(tails.Slice(first, Vector256<double>.Count)));
            for (int lane = 0; lane < Math.Min(Vector256<double>.Count, count - first); lane++)
                values[positions[first + lane]] = quantiles[lane];
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Tail(double probability) => Tail(Vector256.Create(probability)).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Centre(Vector256<double> q)
    {
        Vector256<double> x = Vector256.FusedMultiplyAdd(-q, q, Vector256.Create(CentreHalfWidth * CentreHalfWidth));
        Vector256<double> numerator = Polynomial(
            x, 3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
            4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3);
        Vector256<double> denominator = Polynomial(
            x, 1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
            2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3);
        return q * numerator / denominator;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Tail(Vector256<double> probability)
    {
        Vector256<double> upper = Vector256.GreaterThan(probability, Vector256.Create(0.5));
        Vector256<double> r = Vector256.Sqrt(-Log(Vector256.ConditionalSelect(upper, Vector256<double>.One - probability, probability)));
        Vector256<double> far = Vector256.GreaterThan(r, Vector256.Create(5.0));
        Vector256<double> quantile = NearTail(r - Vector256.Create(1.6));
        if (far != Vector256<double>.Zero)
            quantile = Vector256.ConditionalSelect(far, FarTail(r - Vector256.Create(5.0)), quantile);
        return Vector256.ConditionalSelect(upper, quantile, -quantile);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> NearTail(Vector256<double> x)
    {
        Vector256<double> numerator = Polynomial(
            x, 1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
            1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4);
        Vector256<double> denominator = Polynomial(
            x, 1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
            1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9);
        return numerator / denominator;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> FarTail(Vector256<double> x)
    {
        Vector256<double> numerator = Polynomial(
            x, 6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
            2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7);
        Vector256<double> denominator = Polynomial(
            x, 1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
            7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15);
        return numerator / denominator;
    }

    /// <summary>The natural logarithm of positive normal numbers: x = m 2^e, ln m = 2 artanh((m - 1) / (m + 1)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Log(Vector256<double> x)
    {
        Vector256<long> bits = x.AsInt64();
        Vector256<double> mantissa = ((bits & Vector256.Create(0x000FFFFFFFFFFFFF)) | Vector256.Create(0x3FF0000000000000)).AsDouble();
        Vector256<double> exponent = Vector256.ConvertToDouble((bits >> 52) - Vector256.Create(1023L));
        Vector256<double> large = Vector256.GreaterThan(mantissa, Vector256.Create(1.4142135623730951));
        mantissa = Vector256.ConditionalSelect(large, mantissa * 0.5, mantissa);
        exponent += large & Vector256<double>.One;

        Vector256<double> s = (mantissa - Vector256<double>.One) / (mantissa + Vector256<double>.One);
        Vector256<double> square = s * s;
        Vector256<double> square2 = square * square;
        Vector256<double> square4 = square2 * square2;
        Vector256<double> high = Fused(Fused(1.0 / 23, square, 1.0 / 21), square2, Fused(1.0 / 19, square, 1.0 / 17));
        Vector256<double> low = Polynomial(square, 1, 1.0 / 3, 1.0 / 5, 1.0 / 7, 1.0 / 9, 1.0 / 11, 1.0 / 13, 1.0 / 15);
        Vector256<double> series = Fused(high, square4 * square4, low);
        // ln 2 in two parts, the first with trailing zeros so that its multiples are exact.
        return exponent * 0.693147180369123816490 + (2 * s * series + exponent * 1.90821492927058770002e-10);
    }

    // Summed in pairs (Estrin), a shorter way than term after term (Horner).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Polynomial(
        Vector256<double> x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7)
    {
        Vector256<double> square = x * x;
        Vector256<double> low = Fused(Fused(c3, x, c2), square, Fused(c1, x, c0));
        Vector256<double> high = Fused(Fused(c7, x, c6), square, Fused(c5, x, c4));
        return Fused(high, square * square, low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fused(double factor, Vector256<double> x, double term) =>
        Fused(Vector256.Create(factor), x, Vector256.Create(term));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fused(Vector256<double> factor, Vector256<double> x, Vector256<double> term) =>
        Vector256.FusedMultiplyAdd(factor, x, term);
}
