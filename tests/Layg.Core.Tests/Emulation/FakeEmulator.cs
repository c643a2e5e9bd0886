namespace Layg.Tests;

/// <summary>An emulator that predicts what a test says and records the sets it was fitted to.</summary>
public sealed class FakeEmulator(Func<double[], double> predict, Func<double[], double> error) : IEmulator
{
    private readonly List<(TrainingSet Training, TrainingSet HeldOut)> _fits = [];

    public FakeEmulator(double error)
        : this(_ => 0, _ => error)
    {
    }

    /// <summary>Called inside every fit; may throw or wait.</summary>
    public Action<FitContext>? OnFit { get; set; }

    public IReadOnlyList<(TrainingSet Training, TrainingSet HeldOut)> Fits => _fits;

    public static FakeEmulator Refusing() => new(double.PositiveInfinity);

    public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context)
    {
        OnFit?.Invoke(context);
        _fits.Add((training, heldOut));
        return new Fitted(predict, error);
    }

    private sealed class Fitted(Func<double[], double> predict, Func<double[], double> error) : IFittedEmulator
    {
        public double Predict(ReadOnlySpan<double> x, Span<double> y)
        {
            double[] point = x.ToArray();
            y.Fill(predict(point));
            return error(point);
        }
    }
}
