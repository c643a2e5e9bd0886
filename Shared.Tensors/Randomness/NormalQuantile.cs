namespace Shared.Tensors;

/// <summary>
/// The inverse of the standard normal distribution function, to about 16 digits and the same bits on every machine.
/// </summary>
/// <remarks>
/// MathNet's <c>Normal.InvCDF</c> goes through the platform's logarithm, whose last bit differs between machines; random
/// streams promise equal bits, so the logarithm here is built from exact IEEE operations.
/// <para><b>Source:</b> Wichura (1988), "Algorithm AS 241: the percentage points of the normal distribution" (PPND16).</para>
/// </remarks>
internal static class NormalQuantile
{
    // Coefficients of the three rational approximations, lowest power first.
    private static ReadOnlySpan<double> CentreNumerator =>
    [
        3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
        4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ];

    private static ReadOnlySpan<double> CentreDenominator =>
    [
        1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
        2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
    ];

    private static ReadOnlySpan<double> TailNumerator =>
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static ReadOnlySpan<double> TailDenominator =>
    [
        1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> FarTailNumerator =>
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static ReadOnlySpan<double> FarTailDenominator =>
    [
        1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    /// <summary>Returns the point below which a standard normal variable falls with a probability in (0, 1).</summary>
    public static double Of(double probability)
    {
        double q = probability - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double centre = 0.180625 - q * q;
            return q * Polynomial(CentreNumerator, centre) / Polynomial(CentreDenominator, centre);
        }

        double r = Math.Sqrt(-Log(q < 0 ? probability : 1 - probability));
        double tail = r <= 5
            ? Polynomial(TailNumerator, r - 1.6) / Polynomial(TailDenominator, r - 1.6)
            : Polynomial(FarTailNumerator, r - 5) / Polynomial(FarTailDenominator, r - 5);
        return q < 0 ? -tail : tail;
    }

    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
            sum = sum * x + coefficients[i];
        return sum;
    }

    /// <summary>The natural logarithm of a positive normal number: x = m 2^e, ln m = 2 artanh((m - 1) / (m + 1)).</summary>
    private static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        double s = (mantissa - 1) / (mantissa + 1);
        double square = s * s;
        double sum = 0;
        for (int power = 23; power >= 1; power -= 2)
            sum = sum * square + 1.0 / power;
        // ln 2 in two parts, the first with trailing zeros so that its multiples are exact.
        return exponent * 0.693147180369123816490 + (2 * s * sum + exponent * 1.90821492927058770002e-10);
    }
}
