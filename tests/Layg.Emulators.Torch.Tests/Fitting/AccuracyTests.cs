using System.Diagnostics;
using Shared.Tensors;

namespace Layg.Emulators.Torch.Tests;

public sealed class AccuracyTests
{
    [Test]
    public void Experiment()
    {
        foreach (string function in new[] { "constant", "first_var", "dot", "sin10", "exp", "step", "rational", "rosen", "gauss_bump" })
        {
            foreach (int dimension in new[] { 1, 2, 3 })
            {
                TrainingSet points = TestFunctions.Known(function, TestFunctions.Uniform(4000, dimension, 1), dimension);
                TrainingSet fresh = TestFunctions.Known(function, TestFunctions.Uniform(1000, dimension, 2), dimension);
                foreach (Uncertainty uncertainty in Enum.GetValues<Uncertainty>())
                {
                    var emulator = new TorchEmulator(new TorchOptions { Uncertainty = uncertainty });
                    long start = Stopwatch.GetTimestamp();
                    (TrainingSet training, TrainingSet heldOut) = points.Split(0.25, new RandomStream(3));
                    var fitted = (FittedTorchEmulator)emulator.Fit(training, heldOut, TestFunctions.Context());
                    double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                    FittedTorchEmulator one = fitted.AtLevel(0.6827);
                    int in1 = 0, in2 = 0, inf = 0;
                    double rms = 0, max = 0, bar = 0;
                    var y = new double[1];
                    for (int i = 0; i < fresh.Count; i++)
                    {
                        double e2 = fitted.Predict(fresh.Input(i), y);
                        double e1 = one.Predict(fresh.Input(i), y);
                        if (double.IsInfinity(e2)) { inf++; continue; }
                        double e = Math.Abs(y[0] - fresh.Output(i)[0]);
                        rms += e * e; max = Math.Max(max, e); bar += e2;
                        if (e <= e1) in1++;
                        if (e <= e2) in2++;
                    }
                    int n = fresh.Count - inf;
                    TestContext.Progress.WriteLine($"{function,-10} {dimension} {uncertainty,-9} {seconds,6:F2}s ep {fitted.Training.Epochs,4} best {fitted.Training.BestEpoch,4} val {Math.Sqrt(fitted.Training.ValidationLoss):E2} rms {Math.Sqrt(rms / n):E2} max {max:E2} bar {bar / n:E2} 1s {(double)in1 / n:F3} 2s {(double)in2 / n:F3} inf {inf}");
                }
            }
        }
    }
}
