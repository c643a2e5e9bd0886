using Layg.Calibration;

namespace Layg;

/// <summary>
/// Compares predicted with true errors while a model answers. Where too few true errors are covered, it says by how much the
/// predicted ones must grow.
/// </summary>
internal sealed class ErrorAudit(double level)
{
    private const int Window = 1000;

    private readonly Lock _gate = new();
    private readonly double[] _ratios = new double[Window];
    private int _count;
    private double _inflation = 1;

    /// <summary>What predicted errors are multiplied with, at least 1.</summary>
    public double Inflation => Volatile.Read(ref _inflation);

    /// <summary>Takes in one comparison.</summary>
    /// <param name="trueError">The true absolute error.</param>
    /// <param name="predictedError">The one that the model predicted, as it did before inflation.</param>
    public void Record(double trueError, double predictedError)
    {
        lock (_gate)
        {
            double ratio = trueError == 0 ? 0 : trueError / predictedError;
            // A value that is no number is missed by every error; NaN itself would sort before all ratios.
            _ratios[_count++ % Window] = double.IsNaN(ratio) ? double.PositiveInfinity : ratio;
            double[] sorted = _ratios[..Math.Min(_count, Window)];
            // With fewer comparisons the quantile would be the largest of them all, which says little.
            if (level * (sorted.Length + 1) > sorted.Length)
                return;
            Array.Sort(sorted);
            Volatile.Write(ref _inflation, Math.Max(1, Quantiles.Conformal(sorted, level)));
        }
    }
}
