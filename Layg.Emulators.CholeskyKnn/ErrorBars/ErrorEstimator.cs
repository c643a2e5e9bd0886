using Layg.Calibration;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>Turns what a local fit says into the predicted error, by one of the calibrated error models. Immutable.</summary>
internal abstract class ErrorEstimator
{
    /// <summary>The share of true errors that the predicted one shall cover; NaN of a model that predicts a mean.</summary>
    public abstract double Level { get; }

    /// <summary>What a predicted error is multiplied with to cover another share; NaN of a model that predicts a mean.</summary>
    public abstract double Scale(double level);

    public abstract double Bar(in LocalEstimate estimate);

    /// <summary>Writes the model, its kind first.</summary>
    public abstract void Write(BinaryWriter writer);

    public static ErrorEstimator Read(BinaryReader reader)
    {
        int kind = reader.ReadInt32();
        return (ErrorModelKind)kind switch
        {
            ErrorModelKind.Conformal => ConformalEstimator.ReadBody(reader),
            ErrorModelKind.PowerLaw => PowerLawEstimator.ReadBody(reader),
            ErrorModelKind.Ratio => RatioEstimator.ReadBody(reader),
            _ => throw new InvalidDataException($"The stored emulator has an unknown error model, number {kind}."),
        };
    }

    public static ErrorEstimator Fit(CalibrationSample sample, double outputScale, CholeskyKnnOptions options) => options.ErrorModel switch
    {
        ErrorModelKind.PowerLaw => new PowerLawEstimator(PowerLawErrorModel.Fit(sample.Errors, sample.Distances, outputScale)),
        ErrorModelKind.Ratio => new RatioEstimator(
            RatioErrorModel.Fit(sample.Errors, sample.Proxies, ProxyFloor(options.RatioProxy, outputScale)), options.DecisionLevel),
        _ => new ConformalEstimator(
            ConformalErrorBar.Fit(sample.Errors, sample.Spreads, sample.Distances, outputScale), options.DecisionLevel),
    };

    /// <summary>Distances are of order one, a difference of two predictions has the unit of the output.</summary>
    private static double ProxyFloor(RatioProxy proxy, double outputScale) =>
        proxy == RatioProxy.DegreeDifference ? 1e-12 + (1e-9 * outputScale) : 1e-12;
}
