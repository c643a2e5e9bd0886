using System.Numerics;
using System.Runtime.InteropServices;

namespace Layg.Sampling;

/// <summary>
/// Discrete Fourier transforms of one power-of-two length, in place, real and imaginary parts apart. One has its result in bit-reversed
/// order and the other takes its input so: a spectrum made by the first and brought back by the second is never put in order.
/// </summary>
/// <remarks>
/// For spectra of chains this is several times faster than MathNet's transform, which works on pairs and reorders them.
/// </remarks>
internal sealed class FourierTransform
{
    private readonly int _length;
    private readonly double[] _cosines;
    private readonly double[] _sines;

    public FourierTransform(int length)
    {
        _length = length;
        // The factors of the stage whose blocks are 2h long stand side by side at h … 2h - 1.
        _cosines = new double[Math.Max(length, 2)];
        _sines = new double[Math.Max(length, 2)];
        int half = length / 2;
        for (int i = 0; i < half; i++)
            (_sines[half + i], _cosines[half + i]) = Math.SinCos(-2 * Math.PI * i / length);
        for (half /= 2; half >= 1; half /= 2)
        {
            for (int i = 0; i < half; i++)
                (_cosines[half + i], _sines[half + i]) = (_cosines[2 * (half + i)], _sines[2 * (half + i)]);
        }
    }

    /// <summary>Transforms numbers in natural order; the result is in bit-reversed order.</summary>
    public void ToBitReversed(Span<double> real, Span<double> imaginary)
    {
        for (int half = _length / 2; half >= 1; half /= 2)
        {
            for (int block = 0; block < _length; block += 2 * half)
                Difference(half, real.Slice(block, 2 * half), imaginary.Slice(block, 2 * half));
        }
    }

    /// <summary>Transforms numbers in bit-reversed order; the result is in natural order.</summary>
    public void FromBitReversed(Span<double> real, Span<double> imaginary)
    {
        for (int half = 1; half < _length; half *= 2)
        {
            for (int block = 0; block < _length; block += 2 * half)
                Sum(half, real.Slice(block, 2 * half), imaginary.Slice(block, 2 * half));
        }
    }

    /// <summary>(a, b) becomes (a + b, (a - b) w).</summary>
    private void Difference(int half, Span<double> real, Span<double> imaginary)
    {
        ReadOnlySpan<double> cosines = _cosines.AsSpan(half, half);
        ReadOnlySpan<double> sines = _sines.AsSpan(half, half);
        Span<double> realA = real[..half];
        Span<double> realB = real[half..];
        Span<double> imaginaryA = imaginary[..half];
        Span<double> imaginaryB = imaginary[half..];
        if (half < Vector<double>.Count)
        {
            for (int i = 0; i < half; i++)
            {
                double x = realA[i] - realB[i];
                double y = imaginaryA[i] - imaginaryB[i];
                realA[i] += realB[i];
                imaginaryA[i] += imaginaryB[i];
                realB[i] = x * cosines[i] - y * sines[i];
                imaginaryB[i] = x * sines[i] + y * cosines[i];
            }

            return;
        }

        Span<Vector<double>> realsA = Vectors(realA);
        Span<Vector<double>> realsB = Vectors(realB);
        Span<Vector<double>> imaginariesA = Vectors(imaginaryA);
        Span<Vector<double>> imaginariesB = Vectors(imaginaryB);
        ReadOnlySpan<Vector<double>> c = MemoryMarshal.Cast<double, Vector<double>>(cosines);
        ReadOnlySpan<Vector<double>> s = MemoryMarshal.Cast<double, Vector<double>>(sines);
        for (int i = 0; i < c.Length; i++)
        {
            Vector<double> x = realsA[i] - realsB[i];
            Vector<double> y = imaginariesA[i] - imaginariesB[i];
            realsA[i] += realsB[i];
            imaginariesA[i] += imaginariesB[i];
            realsB[i] = x * c[i] - y * s[i];
            imaginariesB[i] = x * s[i] + y * c[i];
        }
    }

    /// <summary>(a, b) becomes (a + b w, a - b w).</summary>
    private void Sum(int half, Span<double> real, Span<double> imaginary)
    {
        ReadOnlySpan<double> cosines = _cosines.AsSpan(half, half);
        ReadOnlySpan<double> sines = _sines.AsSpan(half, half);
        for (int i = 0; i < half; i++)
        {
            double x = real[half + i] * cosines[i] - imaginary[half + i] * sines[i];
            double y = real[half + i] * sines[i] + imaginary[half + i] * cosines[i];
            (real[half + i], imaginary[half + i]) = (real[i] - x, imaginary[i] - y);
            real[i] += x;
            imaginary[i] += y;
        }
    }

    private static Span<Vector<double>> Vectors(Span<double> numbers) => MemoryMarshal.Cast<double, Vector<double>>(numbers);
}
