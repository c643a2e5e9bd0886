using System.Numerics.Tensors;
using Layg.Emulators.CholeskyKnn.Neighbours;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// The posterior process of outputs that share hyper-parameters, in standardised units: over all points, or, where there are too many,
/// over those nearest to each query. Immutable.
/// </summary>
internal sealed class Process
{
    /// <summary>Where the outputs of this process stand among all outputs.</summary>
    public required int[] Outputs { get; init; }

    public required CovarianceKernel Kernel { get; init; }

    public required Hyperparameters Hyperparameters { get; init; }

    /// <summary>The points in units of the length scales, row by row.</summary>
    public required OutputTable Points { get; init; }

    /// <summary>The same points, to be searched by local predictions; null where every point takes part.</summary>
    public required NeighbourIndex? Index { get; init; }

    /// <summary>Points of a local prediction.</summary>
    public required int Neighbours { get; init; }

    /// <summary>Standardised values [count, outputs]; of an exact process multiplied with the inverse factor.</summary>
    public required OutputTable Values { get; init; }

    /// <summary>The factor over all points; null where predictions are local.</summary>
    public required TriangularFactor? Factor { get; init; }

    /// <summary>The points component by component, made when first needed.</summary>
    private double[] Columns => field ??= ByComponent();

    /// <summary>Correlation of a noisy value with itself.</summary>
    private double Diagonal => 1 + Hyperparameters.Noise;

    /// <summary>Predicts standardised values and their variance over the signal variance, noise included.</summary>
    /// <param name="point">The standardised point.</param>
    /// <param name="means">Receives one value per output of this process.</param>
    /// <param name="scratch">Working memory.</param>
    public double Predict(ReadOnlySpan<double> point, Span<double> means, ProcessScratch scratch)
    {
        Span<double> query = scratch.Query(Points.Width);
        Scale(point, query);
        if (Factor is null)
        {
            Span<int> nearest = scratch.Indices(Neighbours);
            Index!.Nearest(query, nearest, scratch.Distances(Neighbours));
            return PredictFrom(query, nearest, means, scratch);
        }

        Span<double> correlations = scratch.Correlations(Factor.Count);
        CorrelateWithAll(query, correlations, scratch);
        Factor.Solve(correlations, count: 1);
        return Answer(correlations, means);
    }

    /// <summary>Predicts many points, each as <see cref="Predict"/> does, bit for bit. Only where predictions are exact.</summary>
    /// <param name="points">The standardised points, row by row.</param>
    /// <param name="means">Receives one row of values per point.</param>
    /// <param name="variances">Receives one variance per point.</param>
    /// <param name="scratch">Working memory.</param>
    public void PredictMany(ReadOnlySpan<double> points, Span<double> means, Span<double> variances, ProcessScratch scratch)
    {
        int count = variances.Length;
        int length = Factor!.Count;
        Span<double> query = scratch.Query(Points.Width);
        Span<double> correlations = scratch.Correlations(count * length);
        for (int k = 0; k < count; k++)
        {
            Scale(points.Slice(k * query.Length, query.Length), query);
            CorrelateWithAll(query, correlations.Slice(k * length, length), scratch);
        }

        Factor.Solve(correlations, count);
        int outputs = means.Length / count;
        for (int k = 0; k < count; k++)
            variances[k] = Answer(correlations.Slice(k * length, length), means.Slice(k * outputs, outputs));
    }

    /// <summary>Predicts from some points only.</summary>
    /// <param name="query">The point in units of the length scales.</param>
    /// <param name="neighbours">The points that take part.</param>
    /// <param name="means">Receives one standardised value per output of this process.</param>
    /// <param name="scratch">Working memory.</param>
    public double PredictFrom(ReadOnlySpan<double> query, ReadOnlySpan<int> neighbours, Span<double> means, ProcessScratch scratch)
    {
        int k = neighbours.Length;
        int entries = k * (k + 1) / 2;
        Span<double> matrix = scratch.Matrix(entries + k);
        int entry = 0;
        for (int i = 0; i < k; i++)
        {
            ReadOnlySpan<double> row = Points.Row(neighbours[i]);
            for (int j = 0; j <= i; j++)
                matrix[entry++] = SquaredDistance(row, Points.Row(neighbours[j]));
        }

        for (int i = 0; i < k; i++)
            matrix[entry++] = SquaredDistance(query, Points.Row(neighbours[i]));
        Covariance.Correlate(Kernel, matrix, scratch.Second(matrix.Length));
        Span<double> solved = matrix[entries..];
        means.Clear();
        double explained = 0;
        Span<double> half = scratch.Correlations(k * means.Length);
        for (int i = 0; i < k; i++)
        {
            Span<double> row = matrix.Slice(i * (i + 1) / 2, i + 1);
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<double> other = matrix.Slice(j * (j + 1) / 2, j + 1);
                row[j] = (row[j] - TensorPrimitives.Dot(other[..j], row[..j])) / other[j];
            }

            double square = Diagonal - TensorPrimitives.Dot<double>(row[..i], row[..i]);
            // A point that the others determine to rounding adds nothing.
            double pivot = Math.Sqrt(Math.Max(square, Hyperparameters.Noise));
            row[i] = pivot;
            solved[i] = (solved[i] - TensorPrimitives.Dot(row[..i], solved[..i])) / pivot;
            explained += solved[i] * solved[i];
            ReadOnlySpan<double> values = Values.Row(neighbours[i]);
            for (int c = 0; c < means.Length; c++)
            {
                Span<double> column = half.Slice(c * k, k);
                column[i] = (values[c] - TensorPrimitives.Dot(row[..i], column[..i])) / pivot;
                means[c] += solved[i] * column[i];
            }
        }

        return Math.Max(Diagonal - explained, 0);
    }

    /// <summary>The process with one more point; null where the point adds nothing that could be factorised.</summary>
    public Process? Insert(ReadOnlySpan<double> point, ReadOnlySpan<double> values)
    {
        var query = new double[Points.Width];
        Scale(point, query);
        if (Factor is null)
            return With(Points.Append(query), Values.Append(values), Index!.Insert(query), null);
        var correlations = new double[Factor.Count];
        CorrelateWithAll(query, correlations, ProcessScratch.OfThisThread);
        if (Factor.Append(correlations, Diagonal) is not { } factor)
            return null;
        ReadOnlySpan<double> row = factor.Row(Factor.Count);
        double[] half = values.ToArray();
        for (int i = 0; i < Factor.Count; i++)
        {
            for (int c = 0; c < half.Length; c++)
                half[c] -= row[i] * Values.Row(i)[c];
        }

        for (int c = 0; c < half.Length; c++)
            half[c] /= row[^1];
        return With(Points.Append(query), Values.Append(half), null, factor);
    }

    /// <summary>Divides a standardised point by the length scales.</summary>
    public void Scale(ReadOnlySpan<double> point, Span<double> scaled)
    {
        for (int k = 0; k < scaled.Length; k++)
            scaled[k] = point[k] / Hyperparameters.LengthScales[k];
    }

    // From the correlations with all points, times the inverse factor.
    private double Answer(ReadOnlySpan<double> solved, Span<double> means)
    {
        means.Clear();
        ReadOnlySpan<double> values = Values.All;
        if (means.Length == 1)
        {
            means[0] = TensorPrimitives.Dot(solved, values);
        }
        else
        {
            for (int i = 0; i < solved.Length; i++)
                TensorPrimitives.MultiplyAdd(values.Slice(i * means.Length, means.Length), solved[i], means, means);
        }

        return Math.Max(Diagonal - TensorPrimitives.Dot(solved, solved), 0);
    }

    private void CorrelateWithAll(ReadOnlySpan<double> query, Span<double> correlations, ProcessScratch scratch)
    {
        // One component of all points after the other: neighbouring points share a vector.
        Span<double> differences = scratch.Second(correlations.Length);
        correlations.Clear();
        for (int k = 0; k < query.Length; k++)
        {
            TensorPrimitives.Subtract(Columns.AsSpan(k * correlations.Length, correlations.Length), query[k], differences);
            TensorPrimitives.Multiply(differences, differences, differences);
            TensorPrimitives.Add(correlations, differences, correlations);
        }

        Covariance.Correlate(Kernel, correlations, differences);
    }

    private double[] ByComponent()
    {
        var columns = new double[Points.Count * Points.Width];
        for (int i = 0; i < columns.Length; i++)
            columns[i] = Points.Row(i % Points.Count)[i / Points.Count];
        return columns;
    }

    private static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length && k < b.Length; k++)
        {
            double difference = a[k] - b[k];
            sum += difference * difference;
        }

        return sum;
    }

    private Process With(OutputTable points, OutputTable values, NeighbourIndex? index, TriangularFactor? factor) => new()
    {
        Outputs = Outputs,
        Kernel = Kernel,
        Hyperparameters = Hyperparameters,
        Points = points,
        Index = index,
        Neighbours = Neighbours,
        Values = values,
        Factor = factor,
    };
}
