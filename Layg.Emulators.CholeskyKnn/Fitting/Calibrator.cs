using Layg.Calibration;
using Layg.Emulators.CholeskyKnn.Neighbours;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>Predicts calibration points, each from points other than itself, and measures the errors.</summary>
/// <param name="Local">The local fit.</param>
/// <param name="Index">The points that predict.</param>
/// <param name="Outputs">What is known there.</param>
/// <param name="OutputDimension">The function's outputs; a further target is the functional of them.</param>
/// <param name="Functional">The scalar that errors are measured on, or null.</param>
internal sealed record Calibrator(
    LocalPolynomial Local, NeighbourIndex Index, OutputTable Outputs, int OutputDimension, OutputFunctional? Functional)
{
    private const int PointsPerTask = 64;

    /// <summary>Predicts some of the points themselves, each without itself.</summary>
    public CalibrationSample LeaveOneOut(int[] points, FitContext context)
    {
        int dimension = Index.Dimension;
        var queries = new double[points.Length * dimension];
        var truths = new double[points.Length * Outputs.Width];
        for (int i = 0; i < points.Length; i++)
        {
            Index.Point(points[i]).CopyTo(queries.AsSpan(i * dimension));
            Outputs.Row(points[i]).CopyTo(truths.AsSpan(i * Outputs.Width));
        }

        return Measure(queries, truths, points, context);
    }

    /// <summary>Predicts points that are not among those that predict.</summary>
    /// <param name="queries">The points, whitened, row after row.</param>
    /// <param name="truths">What is known there, row after row.</param>
    /// <param name="context">Parallelism and cancellation.</param>
    public CalibrationSample HeldOut(double[] queries, double[] truths, FitContext context) => Measure(queries, truths, null, context);

    private CalibrationSample Measure(double[] queries, double[] truths, int[]? self, FitContext context)
    {
        int fetched = Local.Neighbours + (self is null ? 0 : 1);
        int count = queries.Length / Index.Dimension;
        var indices = new int[count * fetched];
        var distances = new double[count * fetched];
        context.CancellationToken.ThrowIfCancellationRequested();
        Index.NearestBatch(queries, fetched, indices, distances, context.MaxDegreeOfParallelism);

        var predictions = new double[count * Outputs.Width];
        var estimates = new LocalEstimate[count];
        void PredictSome(int task)
        {
            for (int i = task * PointsPerTask; i < Math.Min((task + 1) * PointsPerTask, count); i++)
            {
                Span<int> neighbours = indices.AsSpan(i * fetched, fetched);
                Span<double> ranges = distances.AsSpan(i * fetched, fetched);
                if (self is not null)
                    RemoveSelf(self[i], neighbours, ranges);
                estimates[i] = Local.Evaluate(
                    Index,
                    Outputs,
                    queries.AsSpan(i * Index.Dimension, Index.Dimension),
                    neighbours[..Local.Neighbours],
                    ranges[..Local.Neighbours],
                    Scratch.OfThisThread,
                    predictions.AsSpan(i * Outputs.Width, Outputs.Width));
            }
        }

        int tasks = (count + PointsPerTask - 1) / PointsPerTask;
        ParallelOptions options = new()
        {
            MaxDegreeOfParallelism = context.MaxDegreeOfParallelism,
            CancellationToken = context.CancellationToken,
        };
        Parallel.For(0, tasks, options, PredictSome);
        return WithErrors(truths, predictions, estimates);
    }

    /// <summary>Moves the point itself behind its neighbours; the last one goes when others at the same place hide it.</summary>
    private static void RemoveSelf(int self, Span<int> neighbours, Span<double> distances)
    {
        int position = neighbours.IndexOf(self);
        if (position < 0)
            return;
        neighbours[(position + 1)..].CopyTo(neighbours[position..]);
        distances[(position + 1)..].CopyTo(distances[position..]);
    }

    /// <summary>A prediction that is not finite is refused later on, too, so it takes no part in the calibration.</summary>
    private CalibrationSample WithErrors(double[] truths, double[] predictions, LocalEstimate[] estimates)
    {
        List<double> errors = new(estimates.Length);
        List<LocalEstimate> kept = new(estimates.Length);
        for (int i = 0; i < estimates.Length; i++)
        {
            double error = Error(
                truths.AsSpan(i * Outputs.Width, Outputs.Width), predictions.AsSpan(i * Outputs.Width, OutputDimension));
            if (!double.IsFinite(error) || !double.IsFinite(estimates[i].Spread))
                continue;
            errors.Add(error);
            kept.Add(estimates[i]);
        }

        return new CalibrationSample([.. errors], [.. kept]);
    }

    private double Error(ReadOnlySpan<double> truth, ReadOnlySpan<double> prediction)
    {
        if (Functional is not null)
            return Math.Abs(truth[^1] - Functional(prediction));
        double largest = 0;
        for (int c = 0; c < prediction.Length; c++)
            largest = Math.Max(largest, Math.Abs(truth[c] - prediction[c]));
        return largest;
    }
}
