namespace Layg.Emulators.CholeskyKnn;

/// <summary>What <see cref="GaussianProcessEmulator"/> learnt. Immutable and safe to use from many threads.</summary>
public class FittedGaussianProcess : ICalibratedEmulator
{
    /// <summary>Points predicted together: their correlations with a thousand known ones fit in the second-level cache.</summary>
    private const int BlockPoints = 6 * TriangularKernel.Together;

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

        return Error(State.Predict(x, y, standardDeviations, scratch));
    }

    /// <inheritdoc/>
    /// <remarks>The same answers as one by one, bit for bit; an exact process gives them several times as fast.</remarks>
    public void PredictBatch(ReadOnlySpan<double> points, Span<double> values, Span<double> errors)
    {
        int inputs = State.Inputs.Mean.Length;
        int outputs = State.Outputs.Mean.Length;
        RequireLength(points, errors.Length * inputs, nameof(points));
        RequireLength(values, errors.Length * outputs, nameof(values));
        int block = IsLocal ? 1 : BlockPoints;
        for (int start = 0; start < errors.Length; start += block)
        {
            int count = Math.Min(block, errors.Length - start);
            ReadOnlySpan<double> x = points.Slice(start * inputs, count * inputs);
            Span<double> y = values.Slice(start * outputs, count * outputs);
            if (count == 1)
                errors[start] = Predict(x, y);
            else
                PredictBlock(x, y, errors.Slice(start, count));
        }
    }

    private void PredictBlock(ReadOnlySpan<double> points, Span<double> values, Span<double> errors)
    {
        ProcessScratch scratch = ProcessScratch.OfThisThread;
        int inputs = points.Length / errors.Length;
        int outputs = values.Length / errors.Length;
        Span<int> inside = stackalloc int[BlockPoints];
        int count = 0;
        Span<double> standardised = scratch.Point(points.Length);
        for (int i = 0; i < errors.Length; i++)
        {
            ReadOnlySpan<double> x = points.Slice(i * inputs, inputs);
            if (State.Domain.Contains(x, scratch))
            {
                State.Inputs.Apply(x, standardised.Slice(count * inputs, inputs));
                inside[count++] = i;
                continue;
            }

            values.Slice(i * outputs, outputs).Fill(double.NaN);
            errors[i] = double.PositiveInfinity;
        }

        if (count == 0)
            return;
        Span<double> deviations = scratch.Deviations(outputs);
        Span<double> largest = stackalloc double[BlockPoints];
        largest.Clear();
        foreach (Process process in State.Processes)
        {
            int own = process.Outputs.Length;
            Span<double> means = scratch.Means(count * own);
            Span<double> variances = scratch.Variances(count);
            process.PredictMany(standardised[..(count * inputs)], means, variances, scratch);
            for (int k = 0; k < count; k++)
            {
                Span<double> y = values.Slice(inside[k] * outputs, outputs);
                largest[k] = Math.Max(largest[k], State.Spread(process, means.Slice(k * own, own), variances[k], y, deviations));
            }
        }

        for (int k = 0; k < count; k++)
            errors[inside[k]] = Error(largest[k]);
    }

    private double Error(double deviation)
    {
        double error = _quantile * State.Bar.Proxy(deviation, deviation);
        return double.IsFinite(error) ? error : double.PositiveInfinity;
    }

    private protected static void RequireLength(ReadOnlySpan<double> vector, int length, string name)
    {
        if (vector.Length != length)
            throw new ArgumentException($"{name} has {vector.Length} numbers; {length} are needed.", name);
    }
}
