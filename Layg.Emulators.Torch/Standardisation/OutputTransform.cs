namespace Layg.Emulators.Torch;

/// <summary>Outputs with mean 0 and standard deviation 1, and back. A constant output has the scale 0. Immutable.</summary>
internal sealed class OutputTransform
{
    private readonly double[] _mean;
    private readonly double[] _scale;

    /// <exception cref="ArgumentException">The numbers do not fit together.</exception>
    public OutputTransform(double[] mean, double[] scale)
    {
        if (mean.Length == 0 || mean.Length != scale.Length || scale.Any(s => !double.IsFinite(s) || s < 0))
            throw new ArgumentException("The numbers of the output transform do not fit together.", nameof(scale));
        _mean = mean;
        _scale = scale;
    }

    public int Dimension => _mean.Length;

    public ReadOnlySpan<double> Mean => _mean;

    public ReadOnlySpan<double> Scale => _scale;

    public double LargestScale => _scale.Max();

    public static OutputTransform Fit(TrainingSet points)
    {
        var mean = new double[points.OutputDimension];
        var scale = new double[points.OutputDimension];
        for (int c = 0; c < mean.Length; c++)
            (mean[c], scale[c]) = Spread.Of(points.Outputs, mean.Length, c);
        return new OutputTransform(mean, scale);
    }

    public double Forward(double y, int component) => _scale[component] > 0 ? (y - _mean[component]) / _scale[component] : 0;

    public double Back(double standardised, int component) =>
        _scale[component] > 0 ? _mean[component] + (_scale[component] * standardised) : _mean[component];
}
