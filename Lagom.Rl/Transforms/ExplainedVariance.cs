using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>How much of the variance of numbers their predictions explain.</summary>
public static class ExplainedVariance
{
    /// <summary>
    /// 1 - Var(y - ŷ) / Var(y): 1 is perfect up to a constant, 0 no better than the mean. Where y is constant: 1 if the residuals are
    /// too, else 0.
    /// </summary>
    /// <param name="truth">The numbers y [n].</param>
    /// <param name="predicted">Their predictions ŷ [n].</param>
    /// <returns>NaN for fewer than two numbers.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Of(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted)
    {
        if (truth.Length != predicted.Length)
            throw new ArgumentException($"There are {truth.Length} numbers and {predicted.Length} predictions.", nameof(predicted));
        if (truth.Length < 2)
            return double.NaN;
        double meanTruth = TensorPrimitives.Sum(truth) / truth.Length;
        double meanResidual = meanTruth - TensorPrimitives.Sum(predicted) / truth.Length;
        double variance = 0, residual = 0;
        for (int i = 0; i < truth.Length; i++)
        {
            double deviation = truth[i] - meanTruth;
            double error = truth[i] - predicted[i] - meanResidual;
            variance += deviation * deviation;
            residual += error * error;
        }

        return variance > 0 ? 1 - residual / variance : residual > 0 ? 0 : 1;
    }

    /// <summary>The mean of the explained variances of several columns.</summary>
    /// <param name="truth">The columns y.</param>
    /// <param name="predicted">Their predictions ŷ.</param>
    /// <exception cref="ArgumentException">There are no columns, or numbers of columns or lengths differ.</exception>
    public static double OfColumns(IReadOnlyList<double[]> truth, IReadOnlyList<double[]> predicted)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predicted);
        if (truth.Count == 0 || truth.Count != predicted.Count)
            throw new ArgumentException($"There are {truth.Count} columns and {predicted.Count} of predictions; there must be as many, and at least one.", nameof(predicted));
        return truth.Zip(predicted, (column, prediction) => Of(column, prediction)).Average();
    }
}
