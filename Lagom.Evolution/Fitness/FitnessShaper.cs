using System.Numerics.Tensors;

namespace Lagom.Evolution.Fitness;

/// <summary>Applies a <see cref="FitnessShaping"/> to generations of one size, without allocating.</summary>
internal sealed class FitnessShaper
{
    private readonly FitnessShaping _shaping;
    private readonly double[]? _byRank;
    private readonly double[] _sorted;
    private readonly int[] _order;

    public FitnessShaper(FitnessShaping shaping, int count)
    {
        _shaping = shaping;
        _sorted = new double[count];
        _order = new int[count];
        _byRank = shaping switch
        {
            FitnessShaping.NesUtilities => NesUtilities.ByRank(count),
            FitnessShaping.CentredRanks => CentredRanks(count),
            FitnessShaping.ZScore or FitnessShaping.Raw => null,
            _ => throw new ArgumentOutOfRangeException(nameof(shaping), shaping, "There is no such shaping."),
        };
    }

    /// <summary>Turns the values of a generation into weights.</summary>
    /// <param name="values">The values; NaN ranks last.</param>
    /// <param name="weights">Receives the weights; larger is worse.</param>
    public void Shape(ReadOnlySpan<double> values, Span<double> weights)
    {
        if (_byRank is not null)
        {
            StableOrder.Sort(values, _sorted, _order);
            for (int rank = 0; rank < _order.Length; rank++)
                weights[_order[rank]] = _byRank[rank];
            return;
        }

        Complete(values, weights);
        if (_shaping == FitnessShaping.ZScore)
            Standardise(weights);
    }

    /// <summary>Subtracts the mean and divides by the standard deviation of the population (plus 1e-8).</summary>
    public static void Standardise(Span<double> weights)
    {
        double mean = TensorPrimitives.Sum<double>(weights) / weights.Length;
        TensorPrimitives.Subtract(weights, mean, weights);
        double deviation = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(weights) / weights.Length);
        TensorPrimitives.Divide(weights, deviation + 1e-8, weights);
    }

    // A gradient needs numbers: failed candidates count as much as the worst that did not fail.
    private static void Complete(ReadOnlySpan<double> values, Span<double> weights)
    {
        double worst = double.NegativeInfinity;
        double best = double.PositiveInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
                continue;
            worst = Math.Max(worst, value);
            best = Math.Min(best, value);
        }

        if (worst < best)
            worst = best = 0;
        for (int i = 0; i < values.Length; i++)
            weights[i] = double.IsFinite(values[i]) ? values[i] : double.IsNegativeInfinity(values[i]) ? best : worst;
    }

    private static double[] CentredRanks(int count)
    {
        var weights = new double[count];
        for (int rank = 0; rank < count && count > 1; rank++)
            weights[rank] = (double)rank / (count - 1) - 0.5;
        return weights;
    }
}
