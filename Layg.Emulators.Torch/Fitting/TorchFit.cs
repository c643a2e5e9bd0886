using Layg.Calibration;

namespace Layg.Emulators.Torch;

/// <summary>One fit: from known points to a fitted emulator.</summary>
internal sealed class TorchFit(TrainingSet training, TrainingSet heldOut, TorchOptions options, FitContext context)
{
    private const int FewestTrainingPoints = 20;
    private const double GuardQuantile = 0.999;
    private const double GuardFactor = 1.5;

    public FittedTorchEmulator Run()
    {
        Check();
        var previous = options.WarmStart ? context.Previous as FittedTorchEmulator : null;
        if (previous is not null && !WarmStart.Allows(previous, training))
            previous = null;
        InputTransform inputs = previous?.Inputs ?? InputTransform.Fit(training) ??
            throw new EmulatorFitException($"All {training.Count} points are alike up to rounding; they do not allow a fit.");
        OutputTransform outputs = previous?.Network.Outputs ?? OutputTransform.Fit(training);
        if (inputs.Rank < inputs.InputDimension)
            Log.DirectionsDropped(context.Logger, inputs.InputDimension - inputs.Rank, inputs.InputDimension, training.Count);

        using DisposeScope scope = torch.NewDisposeScope();
        (FittedNetwork network, TrainingSummary summary) = Train(inputs, outputs, previous);
        return Calibrate(inputs, network, summary);
    }

    private void Check()
    {
        if (heldOut.InputDimension != training.InputDimension || heldOut.OutputDimension != training.OutputDimension)
        {
            throw new ArgumentException(
                $"The held-out points have dimensions {heldOut.InputDimension} and {heldOut.OutputDimension}, the training points {training.InputDimension} and {training.OutputDimension}.",
                nameof(heldOut));
        }

        if (training.Count < FewestTrainingPoints)
            throw new EmulatorFitException($"There are {training.Count} points to train on; at least {FewestTrainingPoints} are needed.");
        RequireCalibrationPoints(heldOut.Count);
    }

    private void RequireCalibrationPoints(int count)
    {
        if (count < options.MinimumCalibrationPoints)
            throw new EmulatorFitException($"The error model has {count} calibration points; at least {options.MinimumCalibrationPoints} are needed.");
    }

    private (FittedNetwork Network, TrainingSummary Summary) Train(InputTransform inputs, OutputTransform outputs, FittedTorchEmulator? previous)
    {
        var data = TrainingData.Of(training, inputs, outputs, options, context);
        if (options.Network is null)
        {
            TrainableDense? warm = previous?.Network is DenseNetwork dense
                ? TrainableDense.From(dense, inputs.Rank, outputs.Dimension, options)
                : null;
            return Train(warm ?? TrainableDense.Random(inputs.Rank, outputs.Dimension, options, context.Random), data, outputs, warm is not null);
        }

        // The factory and layers like dropout draw from torch's default generator.
        long seed = unchecked((long)context.Random.Split("network").NextUInt64());
        using DefaultGenerator borrowed = DefaultGenerator.Borrow(seed, context.CancellationToken);
        torch.nn.Module<torch.Tensor, torch.Tensor>[] members = TrainableModules.Create(inputs.Rank, outputs.Dimension, options, options.Members);
        bool started = previous?.Network is ModuleNetwork modules && WarmStart.Copy(modules.Members, members);
        return Train(new TrainableModules(members, options), data, outputs, started);
    }

    private (FittedNetwork Network, TrainingSummary Summary) Train(
        TrainableNetwork network, TrainingData data, OutputTransform outputs, bool warm)
    {
        bool constant = outputs.LargestScale == 0;
        (int epochs, int best, double loss) = constant ? (0, 0, 0) : new Trainer(network, data, options, context).Run(warm);
        TrainingSummary summary = new(epochs, best, loss, warm, data.Count, data.ValidationCount, heldOut.Count);
        return (network.Finish(data, outputs), summary);
    }

    private FittedTorchEmulator Calibrate(InputTransform inputs, FittedNetwork network, TrainingSummary summary)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        int rank = inputs.Rank;
        var known = new double[training.Count * rank];
        for (int i = 0; i < training.Count; i++)
            inputs.TryApply(training.Input(i), known.AsSpan(i * rank, rank));
        var anchors = AnchorSet.Of(known, rank, context.Random.Split("anchors"));

        List<double> errors = [];
        List<double> spreads = [];
        List<double> distances = [];
        var coordinates = new double[rank];
        var y = new double[training.OutputDimension];
        for (int i = 0; i < heldOut.Count; i++)
        {
            if (!inputs.TryApply(heldOut.Input(i), coordinates))
                continue;
            double spread = network.Predict(coordinates, y);
            double error = 0;
            for (int c = 0; c < y.Length; c++)
                error = Math.Max(error, Math.Abs(y[c] - heldOut.Output(i)[c]));
            double distance = anchors.MeanDistance(coordinates);
            if (!double.IsFinite(error) || !double.IsFinite(spread) || !double.IsFinite(distance))
                continue;
            errors.Add(error);
            spreads.Add(spread);
            distances.Add(distance);
        }

        RequireCalibrationPoints(errors.Count);
        double[] d = [.. distances];
        var bar = ErrorBar.Fit(
            [.. errors], [.. spreads], d, network.Outputs.LargestScale, options.Uncertainty == Uncertainty.Distance, options.DecisionLevel);
        (double[] low, double[] high) = Domain.Box(known, rank, options.BoxMargin);
        Array.Sort(d);
        double largest = double.IsPositiveInfinity(options.BoxMargin)
            ? double.PositiveInfinity
            : GuardFactor * Quantiles.Interpolated(d, GuardQuantile);
        Log.Fitted(context.Logger, training.Count, inputs.InputDimension, summary.Epochs, summary.ValidationLoss, errors.Count);
        return new FittedTorchEmulator(inputs, network, anchors, new Domain(low, high, largest), bar, summary);
    }
}
