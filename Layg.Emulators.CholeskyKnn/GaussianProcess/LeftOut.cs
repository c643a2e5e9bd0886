using System.Numerics.Tensors;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// Predicts known points from the others. An exact process knows these predictions from its inverse covariance K⁻¹: the error at point i is
/// (K⁻¹ y)_i / K⁻¹_ii, its variance 1 / K⁻¹_ii.
/// </summary>
/// <remarks><b>Source:</b> Rasmussen and Williams (2006), equations 5.10 to 5.12.</remarks>
internal sealed class LeftOut(TrainingSet points, Standardisation inputs, Standardisation outputs, Process[] processes)
{
    private const int PointsPerTask = 32;

    public CalibrationErrors Measure(int[] chosen, FitContext context)
    {
        var errors = new double[chosen.Length];
        var spreads = new double[chosen.Length];
        foreach (Process process in processes)
        {
            (double[] own, double[] ownSpreads) = process.Factor is { } factor
                ? FromInverse(process, factor, chosen, context.CancellationToken)
                : OneByOne(process, chosen, context);
            for (int i = 0; i < chosen.Length; i++)
            {
                errors[i] = Math.Max(errors[i], own[i]);
                spreads[i] = Math.Max(spreads[i], ownSpreads[i]);
            }
        }

        return CalibrationErrors.Finite(errors, spreads);
    }

    private (double[] Errors, double[] Spreads) FromInverse(Process process, TriangularFactor factor, int[] chosen, CancellationToken cancellationToken)
    {
        int width = process.Outputs.Length;
        double[][] inverse = factor.Inverse(cancellationToken);
        var diagonal = new double[factor.Count];
        var weights = new double[factor.Count * width];
        for (int k = 0; k < factor.Count; k++)
        {
            ReadOnlySpan<double> row = inverse[k];
            TensorPrimitives.MultiplyAdd(row, row, diagonal.AsSpan(0, k + 1), diagonal.AsSpan(0, k + 1));
            ReadOnlySpan<double> values = process.Values.Row(k);
            for (int i = 0; i <= k; i++)
            {
                for (int c = 0; c < width; c++)
                    weights[(i * width) + c] += row[i] * values[c];
            }
        }

        var errors = new double[chosen.Length];
        var spreads = new double[chosen.Length];
        for (int j = 0; j < chosen.Length; j++)
        {
            int i = chosen[j];
            for (int c = 0; c < width; c++)
            {
                double unit = outputs.Unit[process.Outputs[c]];
                errors[j] = Math.Max(errors[j], unit * Math.Abs(weights[(i * width) + c] / diagonal[i]));
                spreads[j] = Math.Max(spreads[j], unit * Math.Sqrt(process.Hyperparameters.Signals[c] / diagonal[i]));
            }
        }

        return (errors, spreads);
    }

    private (double[] Errors, double[] Spreads) OneByOne(Process process, int[] chosen, FitContext context)
    {
        var errors = new double[chosen.Length];
        var spreads = new double[chosen.Length];
        ParallelOptions options = new() { MaxDegreeOfParallelism = context.MaxDegreeOfParallelism, CancellationToken = context.CancellationToken };
        Parallel.For(0, (chosen.Length + PointsPerTask - 1) / PointsPerTask, options, task =>
        {
            ProcessScratch scratch = ProcessScratch.OfThisThread;
            var point = new double[points.InputDimension];
            var query = new double[points.InputDimension];
            var means = new double[process.Outputs.Length];
            for (int j = task * PointsPerTask; j < Math.Min((task + 1) * PointsPerTask, chosen.Length); j++)
            {
                int i = chosen[j];
                inputs.Apply(points.Input(i), point);
                process.Scale(point, query);
                double variance = process.PredictFrom(query, Others(process, query, i, scratch), means, scratch);
                for (int c = 0; c < means.Length; c++)
                {
                    int output = process.Outputs[c];
                    double unit = outputs.Unit[output];
                    double predicted = outputs.Mean[output] + (unit * means[c]);
                    errors[j] = Math.Max(errors[j], Math.Abs(predicted - points.Output(i)[output]));
                    spreads[j] = Math.Max(spreads[j], unit * Math.Sqrt(process.Hyperparameters.Signals[c] * variance));
                }
            }
        });
        return (errors, spreads);
    }

    private static ReadOnlySpan<int> Others(Process process, ReadOnlySpan<double> query, int self, ProcessScratch scratch)
    {
        int fetched = process.Neighbours + 1;
        Span<int> nearest = scratch.Indices(fetched);
        process.Index!.Nearest(query, nearest, scratch.Distances(fetched));
        int position = nearest.IndexOf(self);
        if (position >= 0)
            nearest[(position + 1)..].CopyTo(nearest[position..]);
        return nearest[..process.Neighbours];
    }
}
