using Layg.Calibration;
using SharedSource;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>The predicted error is the conformal bar at one level.</summary>
internal sealed class ConformalEstimator(ConformalErrorBar bar, double level) : ErrorEstimator
{
    private readonly double _quantile = bar.Quantile(level);

    public ConformalErrorBar Model => bar;

    public override double Level => level;

    public override double Scale(double level) => _quantile > 0 ? bar.Quantile(level) / _quantile : 1;

    public override double Bar(in LocalEstimate estimate) => _quantile * bar.Proxy(estimate.Spread, estimate.MeanDistance);

    public override void Write(BinaryWriter writer)
    {
        writer.Write((int)ErrorModelKind.Conformal);
        writer.Write(level);
        writer.Write(bar.Floor);
        writer.Write(bar.Factor);
        writer.Write(bar.Exponent);
        writer.Write(bar.Ratios.Length);
        writer.WriteDoubles(bar.Ratios);
    }

    public static ConformalEstimator ReadBody(BinaryReader reader)
    {
        double level = reader.ReadDouble();
        double floor = reader.ReadDouble();
        double factor = reader.ReadDouble();
        double exponent = reader.ReadDouble();
        double[] ratios = reader.ReadDoubles(reader.ReadCount(1, int.MaxValue, "number of calibration points"));
        return new ConformalEstimator(new ConformalErrorBar(floor, factor, exponent, ratios), level);
    }
}
