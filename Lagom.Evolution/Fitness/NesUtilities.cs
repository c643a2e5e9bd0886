using System.Numerics.Tensors;

namespace Lagom.Evolution.Fitness;

/// <summary>The weights of natural evolution strategies by rank, as factors of a descent: they sum to 0, the best is the most negative.</summary>
/// <remarks>
/// u_k = max(0, ln(λ/2 + 1) - ln k) / Σ - 1/λ for rank k from 1, negated.
/// <b>Source:</b> Wierstra, Schaul, Glasmachers, Sun, Peters and Schmidhuber (2014), "Natural evolution strategies".
/// </remarks>
internal static class NesUtilities
{
    /// <summary>Computes the weights of the best, the second best, ….</summary>
    /// <param name="count">The number of candidates (λ). Range: at least 2.</param>
    public static double[] ByRank(int count)
    {
        var weights = new double[count];
        for (int rank = 0; rank < count; rank++)
            weights[rank] = Math.Max(0, Math.Log(count / 2.0 + 1) - Math.Log(rank + 1));
        double sum = TensorPrimitives.Sum<double>(weights);
        for (int rank = 0; rank < count; rank++)
            weights[rank] = 1.0 / count - weights[rank] / sum;
        return weights;
    }
}
