using Layg.Calibration;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>Everything a fitted Gaussian process predicts with. Immutable.</summary>
/// <param name="Inputs">Units of the input components.</param>
/// <param name="Outputs">Means and units of the outputs.</param>
/// <param name="Processes">One per group of outputs that share hyper-parameters.</param>
/// <param name="Domain">Where it answers.</param>
/// <param name="Bar">The calibrated error bar, by the predictive deviation.</param>
/// <param name="Level">The share of true errors that the bar shall cover.</param>
/// <param name="ExactPoints">The most points that were to be fitted exactly.</param>
internal sealed record ProcessState(
    Standardisation Inputs, Standardisation Outputs, Process[] Processes, ProcessDomain Domain, ConformalErrorBar Bar, double Level,
    int ExactPoints)
{
    /// <summary>Predicts values and deviations; returns the largest deviation.</summary>
    public double Predict(ReadOnlySpan<double> x, Span<double> y, Span<double> deviations, ProcessScratch scratch)
    {
        Span<double> point = scratch.Point(x.Length);
        Inputs.Apply(x, point);
        double largest = 0;
        foreach (Process process in Processes)
        {
            Span<double> means = scratch.Means(process.Outputs.Length);
            double variance = process.Predict(point, means, scratch);
            largest = Math.Max(largest, Spread(process, means, variance, y, deviations));
        }

        return largest;
    }

    /// <summary>Writes one process's standardised prediction in the units of the outputs; returns the largest deviation.</summary>
    public double Spread(Process process, ReadOnlySpan<double> means, double variance, Span<double> y, Span<double> deviations)
    {
        double largest = 0;
        for (int c = 0; c < means.Length; c++)
        {
            int output = process.Outputs[c];
            y[output] = Outputs.Mean[output] + (Outputs.Unit[output] * means[c]);
            deviations[output] = Outputs.Unit[output] * Math.Sqrt(process.Hyperparameters.Signals[c] * variance);
            largest = Math.Max(largest, deviations[output]);
        }

        return largest;
    }
}
