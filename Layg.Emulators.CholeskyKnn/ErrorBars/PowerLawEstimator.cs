using Layg.Calibration;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>The predicted error is the mean error by a power law.</summary>
internal sealed class PowerLawEstimator(PowerLawErrorModel model) : ErrorEstimator
{
    public PowerLawErrorModel Model => model;

    public override double Level => double.NaN;

    public override double Scale(double level) => double.NaN;

    public override double Bar(in LocalEstimate estimate) => model.Bar(estimate.MeanDistance);

    public override void Write(BinaryWriter writer)
    {
        writer.Write((int)ErrorModelKind.PowerLaw);
        writer.Write(model.Linear);
        writer.Write(model.Factor);
        writer.Write(model.Exponent);
        writer.Write(model.Scale);
    }

    public static PowerLawEstimator ReadBody(BinaryReader reader) =>
        new(new PowerLawErrorModel(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));
}
