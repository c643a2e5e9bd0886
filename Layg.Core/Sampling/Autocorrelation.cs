using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Layg.Sampling;

/// <summary>Autocorrelation of the series that walkers make.</summary>
/// <remarks>
/// <b>Source:</b> Sokal (1997), "Monte Carlo methods in statistical mechanics: foundations and new algorithms"; the mean over walkers is
/// that of emcee 3.
/// </remarks>
public static class Autocorrelation
{
    /// <summary>The default window: five autocorrelation times.</summary>
    public const double DefaultWindowFactor = 5;

    /// <summary>The normalised autocorrelation function, the mean over walkers of Σ c_i c_(i+t) / Σ c_i² with each walker's mean subtracted.</summary>
    /// <param name="series">One number per step and walker: [steps, walkers].</param>
    /// <param name="walkers">How many walkers. Range: at least 1.</param>
    /// <returns>The function at lag 0 (where it is 1) to steps - 1; NaN throughout where a walker never moved.</returns>
    /// <exception cref="ArgumentException">The series is not whole steps.</exception>
    public static double[] Function(ReadOnlySpan<double> series, int walkers = 1)
    {
        int steps = CountSteps(series, walkers);
        var function = new double[steps];
        if (steps == 0)
            return function;
        int length = 2 * (int)BitOperations.RoundUpToPowerOf2((uint)steps);
        var spectrum = new double[length];
        var pair = new Complex[length];
        for (int walker = 0; walker < walkers; walker += 2)
        {
            // Two real series make one complex one. Their spectra mix, but only in a part that is odd in frequency, and the real part
            // of the transform back does not see it.
            Array.Clear(pair);
            Add(series, walkers, walker, Complex.One, pair);
            if (walker + 1 < walkers)
                Add(series, walkers, walker + 1, Complex.ImaginaryOne, pair);
            Fourier.Forward(pair, FourierOptions.NoScaling);
            for (int i = 0; i < length; i++)
                spectrum[i] += pair[i].Real * pair[i].Real + pair[i].Imaginary * pair[i].Imaginary;
        }

        for (int i = 0; i < length; i++)
            pair[i] = spectrum[i];
        Fourier.Inverse(pair, FourierOptions.NoScaling);
        for (int lag = 0; lag < steps; lag++)
            function[lag] = pair[lag].Real / ((double)length * walkers);
        return function;
    }

    /// <summary>
    /// The integrated autocorrelation time τ(M) = 2 Σ_(t = 0 … M) acf(t) - 1, with the smallest window M ≥ c τ(M), or the longest one
    /// where there is no such window.
    /// </summary>
    /// <param name="series">One number per step and walker: [steps, walkers].</param>
    /// <param name="walkers">How many walkers. Range: at least 1.</param>
    /// <param name="windowFactor">The factor c. Range: above 0.</param>
    /// <returns>τ in steps of the series. NaN where there is no step or a walker never moved.</returns>
    /// <exception cref="ArgumentException">The series is not whole steps, or the factor is out of range.</exception>
    public static double IntegratedTime(ReadOnlySpan<double> series, int walkers = 1, double windowFactor = DefaultWindowFactor)
    {
        if (!(windowFactor > 0))
            throw new ArgumentOutOfRangeException(nameof(windowFactor), windowFactor, "The window factor must be above 0.");
        double time = -1;
        double[] function = Function(series, walkers);
        for (int lag = 0; lag < function.Length; lag++)
        {
            time += 2 * function[lag];
            if (lag >= windowFactor * time)
                return time;
        }

        return function.Length == 0 ? double.NaN : time;
    }

    /// <summary>Adds one walker's series, centred and of unit norm, times a factor.</summary>
    private static void Add(ReadOnlySpan<double> series, int walkers, int walker, Complex factor, Span<Complex> sum)
    {
        int steps = series.Length / walkers;
        double mean = 0;
        for (int step = 0; step < steps; step++)
            mean += series[step * walkers + walker] / steps;
        double square = 0;
        bool moved = false;
        for (int step = 0; step < steps; step++)
        {
            double value = series[step * walkers + walker];
            square += (value - mean) * (value - mean);
            moved |= value != series[walker];
        }

        // The mean of equal numbers may be off by a rounding, which must not pass for motion.
        double scale = moved ? 1 / Math.Sqrt(square) : double.NaN;
        for (int step = 0; step < steps; step++)
            sum[step] += factor * ((series[step * walkers + walker] - mean) * scale);
    }

    private static int CountSteps(ReadOnlySpan<double> series, int walkers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(walkers, 1);
        if (series.Length % walkers != 0)
            throw new ArgumentException($"{series.Length} numbers are not whole steps of {walkers} walkers.", nameof(series));
        return series.Length / walkers;
    }
}
