namespace Layg.Tests;

/// <summary>A growing leave-one-out emulator that answers within a distance of points it knows, with their value and error 0.</summary>
public sealed class MemorisingEmulator(double reach) : ILeaveOneOutEmulator
{
    public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context) => Fit(training, context);

    public IFittedEmulator Fit(TrainingSet points, FitContext context) =>
        new Fitted(reach, [.. Enumerable.Range(0, points.Count).Select(i => (points.Input(i).ToArray(), points.Output(i).ToArray()))]);

    private sealed class Fitted(double reach, (double[] X, double[] Y)[] points) : IIncrementalEmulator
    {
        public double Predict(ReadOnlySpan<double> x, Span<double> y)
        {
            foreach ((double[] known, double[] value) in points)
            {
                if (MathNet.Numerics.Distance.Euclidean(known, x.ToArray()) <= reach)
                {
                    value.CopyTo(y);
                    return 0;
                }
            }

            return double.PositiveInfinity;
        }

        public IIncrementalEmulator Insert(ReadOnlySpan<double> x, ReadOnlySpan<double> y) =>
            new Fitted(reach, [.. points, (x.ToArray(), y.ToArray())]);
    }
}
