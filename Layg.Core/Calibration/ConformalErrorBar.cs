namespace Layg.Calibration;

/// <summary>
/// An error bar with calibrated coverage. From two proxies of the error at a query, the spread of a local fit P1 and a power law of
/// the neighbour distance P2 = b D^c, it forms P = φ + √((P1 + φ)(P2 + φ)); the bar is P times a conformal quantile of error / P
/// over the calibration points.
/// </summary>
/// <remarks>
/// The geometric mean keeps the bar narrow where both proxies see little error and lets it grow where either does. φ is a
/// floor at the level of rounding. Immutable and safe to use from many threads.
/// </remarks>
public sealed class ConformalErrorBar
{
    /// <summary>Mean distances below this count as this, so that the logarithm stays finite.</summary>
    public const double SmallestDistance = 1e-12;

    private readonly double[] _ratios;

    /// <summary>Restores a bar from its numbers.</summary>
    /// <param name="floor">φ. Range: above 0.</param>
    /// <param name="factor">b. Range: not negative.</param>
    /// <param name="exponent">c. Range: 0 to 10.</param>
    /// <param name="ratios">Error over proxy of every calibration point, ascending; at least one.</param>
    /// <exception cref="ArgumentException">A number is out of range, or the ratios are not sorted.</exception>
    public ConformalErrorBar(double floor, double factor, double exponent, ReadOnlySpan<double> ratios)
    {
        if (!double.IsFinite(floor) || floor <= 0)
            throw new ArgumentOutOfRangeException(nameof(floor), floor, "The floor must be finite and above 0.");
        if (double.IsNaN(factor) || factor < 0)
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must not be negative.");
        if (exponent is not (>= 0 and <= 10))
            throw new ArgumentOutOfRangeException(nameof(exponent), exponent, "The exponent must lie between 0 and 10.");
        CalibrationArguments.RequireErrors(ratios);
        for (int i = 1; i < ratios.Length; i++)
        {
            if (ratios[i] < ratios[i - 1])
                throw new ArgumentException($"The ratios must ascend, but number {i} is smaller than the one before.", nameof(ratios));
        }

        Floor = floor;
        Factor = factor;
        Exponent = exponent;
        _ratios = ratios.ToArray();
    }

    /// <summary>φ: the floor of both proxies, 1e-12 + 1e-9 times the spread of the outputs.</summary>
    public double Floor { get; }

    /// <summary>b of the power law b D^c.</summary>
    public double Factor { get; }

    /// <summary>c of the power law b D^c. Range: 0 to 10.</summary>
    public double Exponent { get; }

    /// <summary>Error over proxy of every calibration point, ascending.</summary>
    public ReadOnlySpan<double> Ratios => _ratios;

    /// <summary>Fits the power law and the ratios to calibration points.</summary>
    /// <param name="errors">The absolute error of the prediction at each point.</param>
    /// <param name="spreads">P1 at each point: standard error of the local fit there.</param>
    /// <param name="distances">D at each point: mean distance of its neighbours.</param>
    /// <param name="outputScale">Standard deviation of the outputs (divisor N).</param>
    /// <exception cref="ArgumentException">There is no point, the lengths differ, or a number is negative or not finite.</exception>
    public static ConformalErrorBar Fit(
        ReadOnlySpan<double> errors, ReadOnlySpan<double> spreads, ReadOnlySpan<double> distances, double outputScale)
    {
        CalibrationArguments.RequireErrors(errors);
        CalibrationArguments.RequireColumn(spreads, errors.Length, nameof(spreads));
        CalibrationArguments.RequireColumn(distances, errors.Length, nameof(distances));
        CalibrationArguments.RequireScale(outputScale);

        double floor = 1e-12 + (1e-9 * outputScale);
        (double factor, double exponent) = FitPowerLaw(errors, distances, floor);
        var ratios = new double[errors.Length];
        for (int i = 0; i < ratios.Length; i++)
            ratios[i] = errors[i] / Combine(spreads[i], distances[i], floor, factor, exponent);
        Array.Sort(ratios);
        return new ConformalErrorBar(floor, factor, exponent, ratios);
    }

    /// <summary>The combined proxy P of the error at a query.</summary>
    /// <param name="spread">P1 there.</param>
    /// <param name="distance">D there.</param>
    public double Proxy(double spread, double distance) => Combine(spread, distance, Floor, Factor, Exponent);

    /// <summary>The factor q that turns the proxy into a bar.</summary>
    /// <param name="level">The share of true errors that the bar shall cover. Range: 0 to 1, both excluded.</param>
    public double Quantile(double level) => Quantiles.Conformal(_ratios, level);

    /// <summary>The error bar at a query.</summary>
    /// <param name="spread">P1 there.</param>
    /// <param name="distance">D there.</param>
    /// <param name="level">The share of true errors that the bar shall cover. Range: 0 to 1, both excluded.</param>
    public double Bar(double spread, double distance, double level) => Quantile(level) * Proxy(spread, distance);

    private static (double Factor, double Exponent) FitPowerLaw(ReadOnlySpan<double> errors, ReadOnlySpan<double> distances, double floor)
    {
        int count = errors.Length;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < count; i++)
        {
            meanX += Math.Log(Math.Max(distances[i], SmallestDistance));
            meanY += Math.Log(errors[i] + floor);
        }

        meanX /= count;
        meanY /= count;
        double sumXX = 0;
        double sumXY = 0;
        for (int i = 0; i < count; i++)
        {
            double x = Math.Log(Math.Max(distances[i], SmallestDistance)) - meanX;
            sumXX += x * x;
            sumXY += x * (Math.Log(errors[i] + floor) - meanY);
        }

        double exponent = sumXX > 0 ? Math.Clamp(sumXY / sumXX, 0, 10) : 0;
        return (Math.Exp(meanY - (exponent * meanX)), exponent);
    }

    private static double Combine(double spread, double distance, double floor, double factor, double exponent)
    {
        double power = factor * Math.Pow(Math.Max(distance, SmallestDistance), exponent);
        return floor + Math.Sqrt((spread + floor) * (power + floor));
    }
}
