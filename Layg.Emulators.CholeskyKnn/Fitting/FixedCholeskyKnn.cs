namespace Layg.Emulators.CholeskyKnn;

/// <summary>A fit that takes no further points.</summary>
internal sealed class FixedCholeskyKnn(FittedCholeskyKnn fitted) : ICalibratedEmulator
{
    public FittedCholeskyKnn Fitted => fitted;

    public double DecisionLevel => fitted.DecisionLevel;

    public double ErrorScale(double level) => fitted.ErrorScale(level);

    public double Predict(ReadOnlySpan<double> x, Span<double> y) => fitted.Predict(x, y);
}
