using Shared.Tensors;

namespace Layg.Emulators.Torch.Tests;

/// <summary>Fits that tests share.</summary>
internal static class Fits
{
    /// <summary>Quick to train.</summary>
    public static TorchOptions Quick => new() { MaxEpochs = 60, HiddenLayers = [32] };

    public static FittedTorchEmulator Of(TrainingSet points, TorchOptions? options = null, FitContext? context = null)
    {
        (TrainingSet training, TrainingSet heldOut) = points.Split(0.25, new RandomStream(3));
        return (FittedTorchEmulator)new TorchEmulator(options ?? Quick).Fit(training, heldOut, context ?? TestFunctions.Context());
    }

    public static FittedTorchEmulator Of(string function, int count, int dimension, TorchOptions? options = null, FitContext? context = null) =>
        Of(TestFunctions.Known(function, TestFunctions.Normal(count, dimension, 1), dimension), options, context);

    public static (double[] Values, double[] Errors) Batch(this IFittedEmulator fitted, double[] points, int dimension, int outputs = 1)
    {
        var errors = new double[points.Length / dimension];
        var values = new double[errors.Length * outputs];
        fitted.PredictBatch(points, values, errors);
        return (values, errors);
    }

    public static (double[] Values, double[] Errors) OneByOne(this IFittedEmulator fitted, double[] points, int dimension, int outputs = 1)
    {
        var errors = new double[points.Length / dimension];
        var values = new double[errors.Length * outputs];
        for (int i = 0; i < errors.Length; i++)
            errors[i] = fitted.Predict(points.AsSpan(i * dimension, dimension), values.AsSpan(i * outputs, outputs));
        return (values, errors);
    }
}
