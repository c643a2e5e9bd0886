using Layg.Calibration;
using SharedSource;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>The predicted error is the ratio model at one level.</summary>
internal sealed class RatioEstimator(RatioErrorModel model, double level) : ErrorEstimator
{
    private readonly double _quantile = model.Quantile(level);

    public RatioErrorModel Model => model;

    public override double Level => level;

    public override double Scale(double level) => _quantile > 0 ? model.Quantile(level) / _quantile : 1;

    public override double Bar(in LocalEstimate estimate) => _quantile * Math.Max(estimate.RatioProxy, model.ProxyFloor);

    public override void Write(BinaryWriter writer)
    {
        writer.Write((int)ErrorModelKind.Ratio);
        writer.Write(level);
        writer.Write(model.ProxyFloor);
        writer.Write(model.Ratios.Length);
        writer.WriteDoubles(model.Ratios);
    }

    public static RatioEstimator ReadBody(BinaryReader reader)
    {
        double level = reader.ReadDouble();
        double floor = reader.ReadDouble();
        double[] ratios = reader.ReadDoubles(reader.ReadCount(1, int.MaxValue, "number of calibration points"));
        return new RatioEstimator(new RatioErrorModel(ratios, floor), level);
    }
}
