namespace Layg.Emulators.Torch;

/// <summary>
/// The spread of a prediction from that of the last layer's weights: standard deviation of the noise times √(φᵀ (ΦᵀΦ + λ)⁻¹ φ), with the
/// features φ before the last layer and those of all training points Φ. Immutable.
/// </summary>
internal sealed class LastLayerPosterior
{
    private readonly DenseLayer _root;

    /// <summary>Restores it from its numbers.</summary>
    /// <param name="root">A square root of the inverse as a layer: its outputs' sum of squares is the leverage.</param>
    /// <param name="noise">Standard deviation of the residuals, in the unit of the output; the largest of the outputs.</param>
    public LastLayerPosterior(DenseLayer root, double noise)
    {
        if (!double.IsFinite(noise) || noise < 0)
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "The noise must be finite and not negative.");
        _root = root;
        Noise = noise;
    }

    public DenseLayer Root => _root;

    public double Noise { get; }

    public double Spread(ReadOnlySpan<double> features, Span<double> scratch)
    {
        _root.Apply(features, scratch);
        double leverage = 0;
        foreach (double number in scratch[.._root.PaddedOutputs])
            leverage += number * number;
        return Noise * Math.Sqrt(leverage);
    }

    /// <summary>The same for <see cref="DenseLayer.BlockPoints"/> points, whose numbers of one feature stand side by side.</summary>
    /// <param name="features">The features [features, points].</param>
    /// <param name="scratch">Room for what the root makes of them [padded outputs, points], and a number a point.</param>
    /// <param name="spreads">Receives the spreads of the first points.</param>
    public void SpreadMany(ReadOnlySpan<double> features, Span<double> scratch, Span<double> spreads)
    {
        int numbers = _root.PaddedOutputs * DenseLayer.BlockPoints;
        Span<double> leverages = scratch.Slice(numbers, DenseLayer.BlockPoints);
        _root.ApplyMany(features, scratch);
        DenseLayer.SquaresMany(scratch[..numbers], leverages);
        for (int p = 0; p < spreads.Length; p++)
            spreads[p] = Noise * Math.Sqrt(leverages[p]);
    }
}
