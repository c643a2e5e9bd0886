using Shared.Tensors;

namespace Layg.Emulators.Torch.Tests;

public sealed class TrainingTests
{
    private static readonly double[] Queries = TestFunctions.Normal(200, 2, 9);

    [Test]
    public void Fit_SameSeed_GivesTheSameAnswersBitForBit([Values] Uncertainty uncertainty)
    {
        TorchOptions options = Fits.Quick with { Uncertainty = uncertainty, MaxEpochs = 10 };

        var one = Fits.Of("rosen", 500, 2, options).Batch(Queries, 2);
        TorchSharp.torch.manual_seed(77);
        var again = Fits.Of("rosen", 500, 2, options).Batch(Queries, 2);
        var other = Fits.Of("rosen", 500, 2, options, TestFunctions.Context(seed: 2)).Batch(Queries, 2);

        again.Values.Should().Equal(one.Values);
        again.Errors.Should().Equal(one.Errors);
        other.Values.Should().NotEqual(one.Values);
    }

    [Test]
    public void Fit_AnyNetwork_LeavesTheDefaultGeneratorAsItWas()
    {
        TorchSharp.torch.manual_seed(5);
        double[] expected = Draw();
        TorchSharp.torch.manual_seed(5);

        Fits.Of("dot", 400, 2, Fits.Quick with { MaxEpochs = 2 });
        Fits.Of("dot", 400, 2, UserModuleTests.Options with { MaxEpochs = 2 });

        Draw().Should().Equal(expected);

        static double[] Draw()
        {
            using TorchSharp.torch.Tensor drawn = TorchSharp.torch.rand(4, dtype: TorchSharp.torch.ScalarType.Float64);
            return drawn.ToArray<double>();
        }
    }

    [Test]
    public void Fit_FromThePreviousFit_ReachesItsLossInATenthOfThePasses()
    {
        TrainingSet points = TestFunctions.Known("rosen", TestFunctions.Normal(1200, 2, 1), 2);
        FittedTorchEmulator first = Fits.Of(points.Take(800), Fits.Quick);
        TorchOptions brief = Fits.Quick with { MaxEpochs = 6 };

        FittedTorchEmulator cold = Fits.Of(points, brief);
        FittedTorchEmulator warm = Fits.Of(points, brief, TestFunctions.Context() with { Previous = first });

        warm.Training.WarmStarted.Should().BeTrue();
        cold.Training.WarmStarted.Should().BeFalse();
        warm.Training.ValidationLoss.Should().BeLessThan(0.2 * cold.Training.ValidationLoss).And.BeLessThan(1.5 * first.Training.ValidationLoss);
        Fits.Of(points, brief with { WarmStart = false }, TestFunctions.Context() with { Previous = first })
            .Training.WarmStarted.Should().BeFalse();
    }

    [Test]
    public void Fit_PointsHaveOutgrownThePreviousFit_StartsAfresh()
    {
        FittedTorchEmulator first = Fits.Of("dot", 400, 2, Fits.Quick with { MaxEpochs = 2 });
        double[] wide = [.. TestFunctions.Normal(400, 2, 1).Select(v => 10 * v)];

        FittedTorchEmulator second = Fits.Of(
            TestFunctions.Known("dot", wide, 2), Fits.Quick with { MaxEpochs = 2 }, TestFunctions.Context() with { Previous = first });

        second.Training.WarmStarted.Should().BeFalse();
    }

    [Test]
    public void Fit_OtherNetworkBefore_StartsAfresh()
    {
        FittedTorchEmulator first = Fits.Of("dot", 400, 2, Fits.Quick with { MaxEpochs = 2, HiddenLayers = [8] });

        FittedTorchEmulator second = Fits.Of("dot", 400, 2, Fits.Quick with { MaxEpochs = 2 }, TestFunctions.Context() with { Previous = first });

        second.Training.WarmStarted.Should().BeFalse();
    }

    [Test]
    public void Fit_Progress_ReportsEveryPassAndTheBestLoss()
    {
        Recorder recorder = new();

        FittedTorchEmulator fitted = Fits.Of("rosen", 400, 2, Fits.Quick with { MaxEpochs = 12, Progress = recorder });

        recorder.Reports.Select(report => report.Epoch).Should().Equal(Enumerable.Range(1, fitted.Training.Epochs));
        recorder.Reports[^1].BestValidationLoss.Should().Be(fitted.Training.ValidationLoss);
        recorder.Reports.Select(report => report.BestValidationLoss).Should().BeInDescendingOrder();
    }

    [Test]
    public void Fit_NothingImproves_LowersTheRateAndStopsEarly()
    {
        // Noise: the validation loss soon stands still.
        TrainingSet points = new(TestFunctions.Normal(400, 2, 1), TestFunctions.Normal(400, 1, 2), 2, 1);
        Recorder recorder = new();

        FittedTorchEmulator fitted = Fits.Of(points, Fits.Quick with { MaxEpochs = 1000, Patience = 5, Progress = recorder });

        fitted.Training.Epochs.Should().BeLessThan(300);
        fitted.Training.BestEpoch.Should().BeLessThan(fitted.Training.Epochs - 10);
        recorder.Reports[^1].LearningRate.Should().BeLessThan(recorder.Reports[0].LearningRate);
        fitted.Training.ValidationLoss.Should().Be(recorder.Reports.Min(report => report.ValidationLoss));
    }

    [Test]
    public void Fit_Cancelled_StopsWithinAPass()
    {
        using CancellationTokenSource cancellation = new();
        Recorder recorder = new() { AfterReport = cancellation.Cancel };
        FitContext context = TestFunctions.Context() with { CancellationToken = cancellation.Token };

        Action fit = () => Fits.Of("rosen", 400, 2, Fits.Quick with { Progress = recorder }, context);

        fit.Should().Throw<OperationCanceledException>();
        recorder.Reports.Should().ContainSingle();
    }

    [Test]
    public void Fit_SolvedLastLayer_IsMoreAccurateThanTheTrainedOne()
    {
        double Rms(bool solve)
        {
            var (values, errors) = Fits.Of("first_var", 800, 2, Fits.Quick with { SolveLastLayer = solve, Uncertainty = Uncertainty.Distance }).Batch(Queries, 2);
            double sum = 0;
            int count = 0;
            for (int i = 0; i < values.Length; i++)
            {
                if (double.IsInfinity(errors[i]))
                    continue;
                sum += Math.Pow(values[i] - Queries[2 * i], 2);
                count++;
            }

            return Math.Sqrt(sum / count);
        }

        Rms(true).Should().BeLessThan(0.5 * Rms(false));
    }

    [Test]
    public void Fit_BuiltInNetwork_LeavesNoTensorsBehind()
    {
        Fits.Of("dot", 400, 2, Fits.Quick with { MaxEpochs = 2 });
        Garbage.Collect();
        long before = TensorRuntime.LiveTensors;

        FittedTorchEmulator fitted = Fits.Of("dot", 400, 2, Fits.Quick with { MaxEpochs = 5 });
        fitted.Batch(Queries, 2);

        TensorRuntime.LiveTensors.Should().Be(before);
    }

    private sealed class Recorder : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> Reports { get; } = [];

        public Action? AfterReport { get; init; }

        public void Report(TrainingProgress value)
        {
            Reports.Add(value);
            AfterReport?.Invoke();
        }
    }
}
