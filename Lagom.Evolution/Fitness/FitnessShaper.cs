using System.Numerics.Tensors;

namespace Lagom.Evolution.Fitness;

/// <summary>Applies a <see cref="FitnessShaping"/> to generations; allocates only when their size changes.</summary>
internal sealed class FitnessShaper(FitnessShaping shaping)
{
    private double[] _byRank = [];
    private double[] _weights = [];

    /// <summary>Turns the values of a generation into weights; larger is worse.</summary>
    /// <param name="generation">The generation.</param>
    /// <returns>A weight per candidate, valid until the next call; they may be changed.</returns>
    public Span<double> Shape(in ToldGeneration generation) => Shape(generation.Values, generation.Order);

    /// <summary>Turns values into weights; larger is worse.</summary>
    /// <param name="values">The values, finite.</param>
    /// <param name="order">The indices of the best, the second best, ….</param>
    /// <returns>A weight per candidate, valid until the next call; they may be changed.</returns>
    public Span<double> Shape(ReadOnlySpan<double> values, ReadOnlySpan<int> order)
    {
        if (_weights.Length != values.Length)
        {
            _weights = new double[values.Length];
            _byRank = WeightsByRank(values.Length);
        }

        if (_byRank.Length > 0)
        {
            ShareRanks(values, order);
            return _weights;
        }

        values.CopyTo(_weights);
        if (shaping == FitnessShaping.ZScore)
            Standardise(_weights);
        return _weights;
    }

    /// <summary>Subtracts the mean and divides by the standard deviation of the population (plus 1e-8).</summary>
    public static void Standardise(Span<double> weights)
    {
        double mean = TensorPrimitives.Sum<double>(weights) / weights.Length;
        TensorPrimitives.Subtract(weights, mean, weights);
        double deviation = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(weights) / weights.Length);
        TensorPrimitives.Divide(weights, deviation + 1e-8, weights);
    }

    // Equal values share the mean of their ranks' weights: their order says nothing, and where all are equal there is no gradient.
    private void ShareRanks(ReadOnlySpan<double> values, ReadOnlySpan<int> order)
    {
        for (int first = 0; first < order.Length;)
        {
            int end = first + 1;
            while (end < order.Length && values[order[end]].Equals(values[order[first]]))
                end++;
            double weight = end - first == 1 ? _byRank[first]
                : end - first == order.Length ? 0 : TensorPrimitives.Sum<double>(_byRank.AsSpan(first, end - first)) / (end - first);
            foreach (int index in order[first..end])
                _weights[index] = weight;
            first = end;
        }
    }

    private double[] WeightsByRank(int count) => shaping switch
    {
        FitnessShaping.NesUtilities => NesUtilities.ByRank(count),
        FitnessShaping.CentredRanks => CentredRanks(count),
        _ => [],
    };

    private static double[] CentredRanks(int count)
    {
        var weights = new double[count];
        for (int rank = 0; rank < count && count > 1; rank++)
            weights[rank] = (double)rank / (count - 1) - 0.5;
        return weights;
    }
}
