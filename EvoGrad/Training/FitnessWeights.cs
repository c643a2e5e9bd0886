using System.Numerics.Tensors;

namespace EvoGrad;

/// <summary>From the fitness of a generation to the weights of its scores.</summary>
internal static class FitnessWeights
{
    /// <summary>Refuses fitness that is not finite, or gives it the worst value that others have.</summary>
    /// <returns>How many were replaced.</returns>
    public static int MakeFinite(double[] fitness, Goal goal, NonFiniteFitness rule)
    {
        // A sum that is finite has finite terms.
        if (double.IsFinite(TensorPrimitives.Sum<double>(fitness)))
            return 0;
        int first = Array.FindIndex(fitness, value => !double.IsFinite(value));
        if (first < 0)
            return 0;
        if (rule == NonFiniteFitness.Throw)
            throw ExpectationCheck.NotFinite(first, fitness[first]);
        double worst = double.NaN;
        foreach (double value in fitness)
        {
            if (double.IsFinite(value) && (double.IsNaN(worst) || IsBetter(worst, value, goal)))
                worst = value;
        }

        if (double.IsNaN(worst))
            throw new NotFiniteNumberException("No individual of the generation has a finite fitness, so there is no worst one to take instead.", fitness[first]);
        int replaced = 0;
        for (int i = 0; i < fitness.Length; i++)
        {
            if (double.IsFinite(fitness[i]))
                continue;
            fitness[i] = worst;
            replaced++;
        }

        return replaced;
    }

    /// <summary>The weight of every score: shaped fitness without its baseline, over n.</summary>
    public static void Compute(double[] fitness, EvolutionGradientOptions options, double[] weights)
    {
        double sign = options.Goal == Goal.Maximize ? 1 : -1;
        double[] oriented = sign > 0 ? fitness : Array.ConvertAll(fitness, value => -value);
        options.Shaping.Shape(oriented, weights);
        double scale = 1.0 / weights.Length;
        if (options is { Baseline: GradientBaseline.LeaveOneOut, Antithetic: true })
        {
            LeaveOutPairs(weights);
            TensorPrimitives.Multiply(weights, scale, weights);
            return;
        }

        double baseline = options.Baseline == GradientBaseline.None ? 0 : TensorPrimitives.Sum<double>(weights) / weights.Length;
        // f − (mean of the others) = n/(n − 1) (f − mean of all).
        if (options.Baseline == GradientBaseline.LeaveOneOut)
            scale = 1.0 / (weights.Length - 1);
        TensorPrimitives.Subtract(weights, baseline, weights);
        TensorPrimitives.Multiply(weights, scale, weights);
    }

    // Mirror images share their noise, so the mean of the others leaves out both.
    private static void LeaveOutPairs(double[] weights)
    {
        int half = weights.Length / 2;
        double sum = TensorPrimitives.Sum<double>(weights);
        for (int i = 0; i < half; i++)
        {
            double baseline = (sum - weights[i] - weights[half + i]) / (weights.Length - 2);
            weights[i] -= baseline;
            weights[half + i] -= baseline;
        }
    }

    /// <summary>The index of the best fitness; the first of equal ones.</summary>
    public static int Best(double[] fitness, Goal goal) =>
        goal == Goal.Maximize ? TensorPrimitives.IndexOfMax<double>(fitness) : TensorPrimitives.IndexOfMin<double>(fitness);

    public static bool IsBetter(double one, double other, Goal goal) => goal == Goal.Maximize ? one > other : one < other;
}
