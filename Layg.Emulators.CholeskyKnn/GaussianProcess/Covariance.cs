using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>Correlations, and what their derivatives need, of many squared scaled distances at once.</summary>
internal static class Covariance
{
    private static readonly double Root3 = Math.Sqrt(3);
    private static readonly double Root5 = Math.Sqrt(5);

    /// <summary>Turns squared distances into correlations, in place.</summary>
    /// <param name="kernel">The covariance function.</param>
    /// <param name="values">Squared distances; receives the correlations.</param>
    /// <param name="scratch">As many numbers of working memory.</param>
    public static void Correlate(CovarianceKernel kernel, Span<double> values, Span<double> scratch)
    {
        scratch = scratch[..values.Length];
        switch (kernel)
        {
            case CovarianceKernel.SquaredExponential:
                TensorPrimitives.Multiply(values, -0.5, scratch);
                TensorPrimitives.Exp(scratch, values);
                return;
            case CovarianceKernel.Matern32:
                Decay(values, scratch, Root3);
                Polynomial(values, scratch, Root3, 0);
                return;
            default:
                Decay(values, scratch, Root5);
                Polynomial(values, scratch, Root5, 5.0 / 3);
                return;
        }
    }

    /// <summary>
    /// Turns squared distances into slopes h, in place: the derivative of the correlation by the logarithm of length scale k is h times
    /// component k of the squared distance.
    /// </summary>
    /// <inheritdoc cref="Correlate"/>
    public static void Slope(CovarianceKernel kernel, Span<double> values, Span<double> scratch)
    {
        scratch = scratch[..values.Length];
        switch (kernel)
        {
            case CovarianceKernel.SquaredExponential:
                Correlate(kernel, values, scratch);
                return;
            case CovarianceKernel.Matern32:
                Decay(values, scratch, Root3);
                TensorPrimitives.Multiply(scratch, 3, values);
                return;
            default:
                Decay(values, scratch, Root5);
                Polynomial(values, scratch, Root5, 0);
                TensorPrimitives.Multiply(values, 5.0 / 3, values);
                return;
        }
    }

    // values = (1 + root √values + linear · values) · factors, in every lane as in the remainder.
    private static void Polynomial(Span<double> values, ReadOnlySpan<double> factors, double root, double linear)
    {
        Span<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(values);
        ReadOnlySpan<Vector<double>> wideFactors = MemoryMarshal.Cast<double, Vector<double>>(factors);
        for (int i = 0; i < wide.Length; i++)
            wide[i] = (Vector<double>.One + (root * Vector.SquareRoot(wide[i])) + (linear * wide[i])) * wideFactors[i];
        for (int i = wide.Length * Vector<double>.Count; i < values.Length; i++)
            values[i] = (1 + (root * Math.Sqrt(values[i])) + (linear * values[i])) * factors[i];
    }

    private static void Decay(ReadOnlySpan<double> squares, Span<double> decay, double root)
    {
        TensorPrimitives.Sqrt(squares, decay);
        TensorPrimitives.Multiply(decay, -root, decay);
        TensorPrimitives.Exp(decay, decay);
    }
}
