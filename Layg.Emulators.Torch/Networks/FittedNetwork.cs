namespace Layg.Emulators.Torch;

/// <summary>A trained network, or ensemble, that answers in the unit of the function. Immutable; any number of threads may use it.</summary>
/// <param name="outputs">How outputs were standardised.</param>
internal abstract class FittedNetwork(OutputTransform outputs)
{
    public OutputTransform Outputs => outputs;

    /// <summary>Predicts at one point.</summary>
    /// <param name="coordinates">The whitened point.</param>
    /// <param name="y">Receives the value.</param>
    /// <returns>The network's own idea of its error, in the unit of the output; 0 where it has none.</returns>
    public abstract double Predict(ReadOnlySpan<double> coordinates, Span<double> y);

    /// <summary>Predicts at many points.</summary>
    /// <param name="coordinates">The whitened points, row after row.</param>
    /// <param name="values">Receives the values, row after row.</param>
    /// <param name="spreads">Receives the spreads, one a point.</param>
    public abstract void PredictBatch(ReadOnlySpan<double> coordinates, Span<double> values, Span<double> spreads);

    /// <summary>Predicts at many points, without the spreads.</summary>
    /// <param name="coordinates">The whitened points, row after row.</param>
    /// <param name="values">Receives the values, row after row.</param>
    /// <param name="count">How many points.</param>
    public virtual void PredictValues(ReadOnlySpan<double> coordinates, Span<double> values, int count) =>
        PredictBatch(coordinates, values, new double[count]);

    /// <summary>The weights by name, to be stored. The caller, or the dispose scope around the call, disposes them.</summary>
    public abstract IEnumerable<KeyValuePair<string, torch.Tensor>> Weights();
}
