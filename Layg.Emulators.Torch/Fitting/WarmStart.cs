using static TorchSharp.torch;

namespace Layg.Emulators.Torch;

/// <summary>
/// Goes on from an earlier fit. Its standardisation stays as well, so that the weights mean what they did; where the points have outgrown
/// it, the fit starts afresh.
/// </summary>
internal static class WarmStart
{
    private const double LargestShift = 1;
    private const double LargestStretch = 2;

    /// <summary>Whether the earlier standardisation still suits the points.</summary>
    public static bool Allows(FittedTorchEmulator previous, TrainingSet points)
    {
        OutputTransform outputs = previous.Network.Outputs;
        if (previous.InputDimension != points.InputDimension || outputs.Dimension != points.OutputDimension)
            return false;
        int rank = previous.Inputs.Rank;
        var coordinates = new double[points.Count * rank];
        for (int i = 0; i < points.Count; i++)
        {
            if (!previous.Inputs.TryApply(points.Input(i), coordinates.AsSpan(i * rank, rank)))
                return false;
        }

        for (int j = 0; j < rank; j++)
        {
            if (!IsStandard(Spread.Of(coordinates, rank, j)))
                return false;
        }

        for (int c = 0; c < outputs.Dimension; c++)
        {
            (double mean, double deviation) = Spread.Of(points.Outputs, outputs.Dimension, c);
            double scale = outputs.Scale[c];
            bool suits = scale > 0
                ? IsStandard(((mean - outputs.Mean[c]) / scale, deviation / scale))
                : deviation == 0 && mean.Equals(outputs.Mean[c]);
            if (!suits)
                return false;
        }

        return true;
    }

    /// <summary>Copies the weights of earlier modules into new ones.</summary>
    /// <returns>False, with the new ones as they were, where their number, names or shapes differ.</returns>
    public static bool Copy(IReadOnlyList<nn.Module<Tensor, Tensor>> from, IReadOnlyList<nn.Module<Tensor, Tensor>> to)
    {
        if (from.Count != to.Count)
            return false;
        using var mode = no_grad();
        using DisposeScope scope = NewDisposeScope();
        List<(Tensor From, Tensor To)> pairs = [];
        for (int member = 0; member < from.Count; member++)
        {
            Dictionary<string, Tensor> source = from[member].state_dict();
            Dictionary<string, Tensor> target = to[member].state_dict();
            if (source.Count != target.Count)
                return false;
            foreach ((string name, Tensor tensor) in target)
            {
                if (!source.TryGetValue(name, out Tensor? earlier) || !earlier.shape.SequenceEqual(tensor.shape))
                    return false;
                pairs.Add((earlier, tensor));
            }
        }

        foreach ((Tensor earlier, Tensor tensor) in pairs)
            tensor.copy_(earlier);
        return true;
    }

    private static bool IsStandard((double Mean, double Deviation) moments) =>
        Math.Abs(moments.Mean) <= LargestShift && moments.Deviation is >= 1 / LargestStretch and <= LargestStretch;
}
