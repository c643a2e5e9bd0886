namespace Layg.Tests;

/// <summary>The custom emulator of the documentation: predicts the mean of the training values, with their spread as error.</summary>
public sealed class MeanEmulator : IEmulator
{
    public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context)
    {
        double mean = Mean(training.Outputs);
        double squares = 0;
        foreach (double y in heldOut.Outputs)
            squares += (y - mean) * (y - mean);
        return new Fitted(mean, Math.Sqrt(squares / heldOut.Count));
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum / values.Length;
    }

    private sealed class Fitted(double mean, double error) : IFittedEmulator
    {
        public double Predict(ReadOnlySpan<double> x, Span<double> y)
        {
            y.Fill(mean);
            return error;
        }
    }
}
