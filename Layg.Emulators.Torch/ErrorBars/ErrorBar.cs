using Layg.Calibration;

namespace Layg.Emulators.Torch;

/// <summary>
/// The conformal bar over the network's own spread and a power law of the distance; without a spread of its own the power law takes its
/// place. Immutable.
/// </summary>
internal sealed class ErrorBar
{
    private readonly double _quantile;

    public ErrorBar(ConformalErrorBar model, bool distanceOnly, double level)
    {
        Model = model;
        DistanceOnly = distanceOnly;
        Level = level;
        _quantile = model.Quantile(level);
    }

    public ConformalErrorBar Model { get; }

    public bool DistanceOnly { get; }

    public double Level { get; }

    public static ErrorBar Fit(double[] errors, double[] spreads, double[] distances, double outputScale, bool distanceOnly, double level)
    {
        var model = ConformalErrorBar.Fit(errors, spreads, distances, outputScale);
        if (distanceOnly)
            model = ConformalErrorBar.Fit(errors, [.. distances.Select(distance => PowerLaw(model, distance))], distances, outputScale);
        return new ErrorBar(model, distanceOnly, level);
    }

    public double Bar(double spread, double distance) =>
        _quantile * Model.Proxy(DistanceOnly ? PowerLaw(Model, distance) : spread, distance);

    public double ScaleTo(double level)
    {
        double quantile = Model.Quantile(level);
        return _quantile > 0 ? quantile / _quantile : 1;
    }

    private static double PowerLaw(ConformalErrorBar model, double distance) =>
        model.Factor * Math.Pow(Math.Max(distance, ConformalErrorBar.SmallestDistance), model.Exponent);
}
