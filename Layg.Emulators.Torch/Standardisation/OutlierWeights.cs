using Layg.Calibration;

namespace Layg.Emulators.Torch;

/// <summary>
/// How much the residual of a point counts in training: 1 for most, less for values far outside the others, in proportion to their distance.
/// Log-likelihoods have such a tail, and without this the few points of a sampler's first steps would decide what the network learns.
/// </summary>
/// <remarks><b>Source:</b> Huber (1981), "Robust statistics": the weights of a bounded influence, fixed before the fit.</remarks>
internal sealed class OutlierWeights
{
    // In median absolute deviations; values of a uniform or normal sample stay below it.
    private const double Limit = 5;

    private readonly double[] _median;
    private readonly double[] _largest;

    private OutlierWeights(double[] median, double[] largest)
    {
        _median = median;
        _largest = largest;
    }

    public static OutlierWeights Fit(TrainingSet points)
    {
        int m = points.OutputDimension;
        var median = new double[m];
        var largest = new double[m];
        for (int c = 0; c < m; c++)
        {
            double[] values = [.. Enumerable.Range(0, points.Count).Select(i => points.Output(i)[c]).Order()];
            double middle = Quantiles.Interpolated(values, 0.5);
            median[c] = middle;
            double deviation = Quantiles.Interpolated([.. values.Select(value => Math.Abs(value - middle)).Order()], 0.5);
            largest[c] = deviation > 0 ? Limit * deviation : double.PositiveInfinity;
        }

        return new OutlierWeights(median, largest);
    }

    public double Of(ReadOnlySpan<double> output)
    {
        double weight = 1;
        for (int c = 0; c < output.Length; c++)
        {
            double distance = Math.Abs(output[c] - _median[c]);
            if (distance > _largest[c])
                weight = Math.Min(weight, _largest[c] / distance);
        }

        return weight;
    }
}
