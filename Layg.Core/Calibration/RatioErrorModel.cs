namespace Layg.Calibration;

/// <summary>
/// The error model of the learn-as-you-go paper: the distribution of error over proxy, r = |error| / e, is learnt from the
/// calibration points; the predicted error at a query is an upper quantile of r times the proxy there.
/// </summary>
/// <remarks>
/// Source: Aslanyan, Easther and Price 2015 (arXiv:1506.01079). Immutable and safe to use from many threads.
/// </remarks>
public sealed class RatioErrorModel
{
    private readonly double[] _ratios;

    /// <summary>Restores a model from its numbers.</summary>
    /// <param name="ratios">Error over proxy of every calibration point, ascending; at least one.</param>
    /// <param name="proxyFloor">Proxies below this count as this. Range: above 0.</param>
    /// <exception cref="ArgumentException">A number is out of range, or the ratios are not sorted.</exception>
    public RatioErrorModel(ReadOnlySpan<double> ratios, double proxyFloor)
    {
        RequireFloor(proxyFloor);
        CalibrationArguments.RequireErrors(ratios);
        for (int i = 1; i < ratios.Length; i++)
        {
            if (ratios[i] < ratios[i - 1])
                throw new ArgumentException($"The ratios must ascend, but number {i} is smaller than the one before.", nameof(ratios));
        }

        _ratios = ratios.ToArray();
        ProxyFloor = proxyFloor;
    }

    /// <summary>Proxies below this count as this.</summary>
    public double ProxyFloor { get; }

    /// <summary>Error over proxy of every calibration point, ascending.</summary>
    public ReadOnlySpan<double> Ratios => _ratios;

    /// <summary>Forms the ratios of calibration points.</summary>
    /// <param name="errors">The absolute error of the prediction at each point.</param>
    /// <param name="proxies">The proxy at each point.</param>
    /// <param name="proxyFloor">Proxies below this count as this. Range: above 0.</param>
    /// <exception cref="ArgumentException">There is no point, the lengths differ, or a number is negative or not finite.</exception>
    public static RatioErrorModel Fit(ReadOnlySpan<double> errors, ReadOnlySpan<double> proxies, double proxyFloor = 1e-12)
    {
        RequireFloor(proxyFloor);
        CalibrationArguments.RequireErrors(errors);
        CalibrationArguments.RequireColumn(proxies, errors.Length, nameof(proxies));
        var ratios = new double[errors.Length];
        for (int i = 0; i < ratios.Length; i++)
            ratios[i] = errors[i] / Math.Max(proxies[i], proxyFloor);
        Array.Sort(ratios);
        return new RatioErrorModel(ratios, proxyFloor);
    }

    /// <summary>The factor that turns the proxy into a bar: a quantile, interpolated between order statistics.</summary>
    /// <param name="level">The share of true errors that the bar shall cover. Range: 0 to 1, both excluded.</param>
    public double Quantile(double level) => Quantiles.Interpolated(_ratios, level);

    /// <summary>The error bar at a query.</summary>
    /// <param name="proxy">The proxy there.</param>
    /// <param name="level">The share of true errors that the bar shall cover. Range: 0 to 1, both excluded.</param>
    public double Bar(double proxy, double level) => Quantile(level) * Math.Max(proxy, ProxyFloor);

    private static void RequireFloor(double proxyFloor)
    {
        if (!double.IsFinite(proxyFloor) || proxyFloor <= 0)
            throw new ArgumentOutOfRangeException(nameof(proxyFloor), proxyFloor, "The floor must be finite and above 0.");
    }
}
