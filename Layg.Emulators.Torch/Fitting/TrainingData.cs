using static TorchSharp.torch;

namespace Layg.Emulators.Torch;

/// <summary>Whitened inputs and standardised outputs as tensors.</summary>
/// <param name="Inputs">[points, rank].</param>
/// <param name="Targets">[points, outputs].</param>
/// <param name="Weights">What the points' residuals are multiplied with [points, 1].</param>
/// <param name="ValidationInputs">[points, rank].</param>
/// <param name="ValidationTargets">[points, outputs].</param>
/// <param name="ValidationWeights">[points, 1].</param>
internal sealed record TrainingData(
    Tensor Inputs, Tensor Targets, Tensor Weights, Tensor ValidationInputs, Tensor ValidationTargets, Tensor ValidationWeights)
{
    public int Count => (int)Inputs.shape[0];

    public int ValidationCount => (int)ValidationInputs.shape[0];

    /// <summary>Divides points at random and copies them to a device.</summary>
    public static TrainingData Of(TrainingSet points, InputTransform inputs, OutputTransform outputs, TorchOptions options, FitContext context)
    {
        int[] order = context.Random.Split("validation").Permutation(points.Count);
        int validation = Math.Clamp((int)Math.Round(options.ValidationFraction * points.Count), 1, points.Count - 1);
        var outliers = OutlierWeights.Fit(points);
        (Tensor fitX, Tensor fitY, Tensor fitWeights) = Rows(order.AsSpan(validation));
        (Tensor checkX, Tensor checkY, Tensor checkWeights) = Rows(order.AsSpan(0, validation));
        return new TrainingData(fitX, fitY, fitWeights, checkX, checkY, checkWeights);

        (Tensor X, Tensor Y, Tensor Weights) Rows(ReadOnlySpan<int> chosen)
        {
            int m = points.OutputDimension;
            var x = new double[chosen.Length * inputs.Rank];
            var y = new double[chosen.Length * m];
            var weights = new double[chosen.Length];
            for (int i = 0; i < chosen.Length; i++)
            {
                inputs.TryApply(points.Input(chosen[i]), x.AsSpan(i * inputs.Rank, inputs.Rank));
                for (int c = 0; c < m; c++)
                    y[(i * m) + c] = outputs.Forward(points.Output(chosen[i])[c], c);
                weights[i] = outliers.Of(points.Output(chosen[i]));
            }

            return (
                tensor(x, [chosen.Length, inputs.Rank], dtype: options.ElementType, device: device(options.Device)),
                tensor(y, [chosen.Length, m], dtype: options.ElementType, device: device(options.Device)),
                tensor(weights, [chosen.Length, 1], dtype: options.ElementType, device: device(options.Device)));
        }
    }
}
