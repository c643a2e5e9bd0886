namespace Lagom.Rl;

/// <summary>Smooths series of numbers.</summary>
public static class SmoothFilter
{
    /// <summary>
    /// Replaces each number by the value there of the polynomial that fits the window around it best; near the ends, of the one that fits
    /// the first or last window.
    /// </summary>
    /// <param name="numbers">The numbers [n].</param>
    /// <param name="window">How many numbers a window has: odd. Range: above <paramref name="order"/>, at most n.</param>
    /// <param name="order">The order of the polynomials. Range: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window or the order is out of range.</exception>
    /// <remarks><b>Source:</b> Savitzky and Golay (1964), "Smoothing and differentiation of data by simplified least squares procedures".</remarks>
    public static double[] SavitzkyGolay(ReadOnlySpan<double> numbers, int window, int order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        if (window % 2 == 0 || window <= order || window > numbers.Length)
            throw new ArgumentOutOfRangeException(nameof(window), window, $"The window must be odd, above the order {order} and at most {numbers.Length}.");
        double[][] basis = OrthonormalPolynomials(window, order);
        int half = window / 2;
        var smooth = new double[numbers.Length];
        var weights = new double[window];
        for (int row = 0; row < window; row++)
        {
            for (int j = 0; j < window; j++)
            {
                double weight = 0;
                foreach (double[] polynomial in basis)
                    weight += polynomial[row] * polynomial[j];
                weights[j] = weight;
            }

            if (row < half)
                smooth[row] = Dot(weights, numbers[..window]);
            else if (row > half)
                smooth[numbers.Length - window + row] = Dot(weights, numbers[^window..]);
            else
            {
                for (int start = 0; start + window <= numbers.Length; start++)
                    smooth[start + half] = Dot(weights, numbers.Slice(start, window));
            }
        }

        return smooth;
    }

    // Polynomials of rising order at equally spaced points, orthogonal by their three-term recurrence: stable where powers would not be.
    private static double[][] OrthonormalPolynomials(int points, int order)
    {
        var basis = new double[order + 1][];
        for (int k = 0; k <= order; k++)
        {
            var next = new double[points];
            for (int i = 0; i < points; i++)
                next[i] = k == 0 ? 1 : (2.0 * i / Math.Max(points - 1, 1) - 1) * basis[k - 1][i];
            for (int against = Math.Max(0, k - 2); against < k; against++)
            {
                double projection = Dot(next, basis[against]);
                for (int i = 0; i < points; i++)
                    next[i] -= projection * basis[against][i];
            }

            double norm = Math.Sqrt(Dot(next, next));
            for (int i = 0; i < points; i++)
                next[i] /= norm;
            basis[k] = next;
        }

        return basis;
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
