namespace Layg.Emulators.CholeskyKnn;

/// <summary>What <see cref="GaussianProcessEmulator"/> learnt. Immutable and safe to use from many threads.</summary>
public class FittedGaussianProcess : ICalibratedEmulator
{
    private readonly double _quantile;

    private protected FittedGaussianProcess(ProcessState state)
    {
        State = state;
        _quantile = state.Bar.Quantile(state.Level);
    }

    /// <summary>How many points it knows.</summary>
    public int Count => State.Processes[0].Points.Count;

    /// <summary>Whether each prediction uses the nearest points only.</summary>
    public bool IsLocal => State.Processes[0].Factor is null;

    /// <inheritdoc/>
    public double DecisionLevel => State.Level;

    /// <summary>The hyper-parameters of every output.</summary>
    public IReadOnlyList<GaussianProcessHyperparameters> Hyperparameters
    {
        get
        {
            var all = new GaussianProcessHyperparameters[State.Outputs.Mean.Length];
            foreach (Process process in State.Processes)
            {
                Hyperparameters found = process.Hyperparameters;
                for (int c = 0; c < process.Outputs.Length; c++)
                {
                    int output = process.Outputs[c];
                    double signal = Math.Sqrt(found.Signals[c]) * State.Outputs.Unit[output];
                    all[output] = new GaussianProcessHyperparameters(
                        [.. found.LengthScales.Select((length, k) => length * State.Inputs.Unit[k])], signal, signal * Math.Sqrt(found.Noise), found.LogLikelihood);
                }
            }

            return all;
        }
    }

    internal ProcessState State { get; }

    /// <inheritdoc/>
    public double ErrorScale(double level) => _quantile > 0 ? State.Bar.Quantile(level) / _quantile : 1;

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> x, Span<double> y) =>
        Predict(x, y, ProcessScratch.OfThisThread.Deviations(State.Outputs.Mean.Length));

    /// <summary>Predicts the function's value at one point, the deviation that the process itself gives it, and the calibrated error.</summary>
    /// <param name="x">The point, of the input's dimension.</param>
    /// <param name="y">Receives the predictive mean, of the output's dimension.</param>
    /// <param name="standardDeviations">
    /// Receives the predictive standard deviation of every output, noise included: right where the function is a draw from the process, and not
    /// calibrated otherwise.
    /// </param>
    /// <returns>
    /// The calibrated error, as <see cref="Predict(ReadOnlySpan{double}, Span{double})"/> returns it; infinite outside the domain of the
    /// known points, where <paramref name="y"/> and <paramref name="standardDeviations"/> are NaN.
    /// </returns>
    public double Predict(ReadOnlySpan<double> x, Span<double> y, Span<double> standardDeviations)
    {
        RequireLength(x, State.Inputs.Mean.Length, nameof(x));
        RequireLength(y, State.Outputs.Mean.Length, nameof(y));
        RequireLength(standardDeviations, y.Length, nameof(standardDeviations));
        ProcessScratch scratch = ProcessScratch.OfThisThread;
        if (!State.Domain.Contains(x, scratch))
        {
            y.Fill(double.NaN);
            standardDeviations.Fill(double.NaN);
            return double.PositiveInfinity;
        }

        double deviation = State.Predict(x, y, standardDeviations, scratch);
        double error = _quantile * State.Bar.Proxy(deviation, deviation);
        return double.IsFinite(error) ? error : double.PositiveInfinity;
    }

    private protected static void RequireLength(ReadOnlySpan<double> vector, int length, string name)
    {
        if (vector.Length != length)
            throw new ArgumentException($"{name} has {vector.Length} numbers; the emulator was fitted with {length}.", name);
    }
}
