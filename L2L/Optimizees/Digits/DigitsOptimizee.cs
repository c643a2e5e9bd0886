namespace L2L;

/// <summary>
/// A small network that tells handwritten digits apart, trained by its parameters: the individual is the vector of all weights, the fitness
/// the fraction of images whose label is right. Weight +1.
/// </summary>
/// <remarks><b>Source:</b> L2L (2020), the MNIST optimizee, which returned a number instead of a tuple and needed a download; here the images come along.</remarks>
public sealed class DigitsOptimizee : IOptimizee
{
    /// <summary>The name of the parameter with the weights.</summary>
    public const string Weights = "weights";

    private readonly DigitImages _images;
    private readonly int _hidden;

    /// <summary>Makes the optimizee.</summary>
    /// <param name="hiddenUnits">The number of hidden units. Range: at least 1.</param>
    /// <param name="images">The images; <see cref="DigitImages.Small"/> where null.</param>
    public DigitsOptimizee(int hiddenUnits = 10, DigitImages? images = null)
    {
        OptionCheck.AtLeast(hiddenUnits, 1, nameof(hiddenUnits));
        _hidden = hiddenUnits;
        _images = images ?? DigitImages.Small;
        Space = new ParameterSpace(new VectorParameter(Weights, DigitNetwork.WeightCount(_images.PixelCount, hiddenUnits)));
    }

    /// <inheritdoc/>
    public ParameterSpace Space { get; }

    /// <summary>Draws weights from a normal distribution with standard deviation 1/√n, n being the number of inputs of their layer.</summary>
    /// <param name="random">Where the numbers come from.</param>
    public ParameterSet CreateIndividual(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var weights = new double[Space.Dimension];
        random.FillNormal(weights);
        int outer = _images.PixelCount * _hidden;
        for (int i = 0; i < weights.Length; i++)
            weights[i] /= Math.Sqrt(i < outer ? _images.PixelCount : _hidden);
        return new ParameterSet((Weights, weights));
    }

    /// <inheritdoc/>
    public FitnessVector Simulate(ParameterSet parameters, SimulationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return DigitNetwork.Accuracy(parameters.Vector(Weights), _images, cancellationToken);
    }
}
