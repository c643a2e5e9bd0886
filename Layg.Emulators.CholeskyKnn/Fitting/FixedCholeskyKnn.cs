namespace Layg.Emulators.CholeskyKnn;

/// <summary>A fit that takes no further points.</summary>
internal sealed class FixedCholeskyKnn(FittedCholeskyKnn fitted) : IFittedEmulator
{
    public FittedCholeskyKnn Fitted => fitted;

    public double Predict(ReadOnlySpan<double> x, Span<double> y) => fitted.Predict(x, y);
}
