namespace L2L;

/// <summary>Selection, crossover and mutation.</summary>
internal static class GeneticOperators
{
    /// <summary>Per coordinate γ = (1 + 2α)u − α; the children are (1 − γ)p₁ + γp₂ and γp₁ + (1 − γ)p₂.</summary>
    public static void Blend(double[] first, double[] second, double alpha, Draws draw)
    {
        for (int i = 0; i < first.Length; i++)
        {
            double gamma = (1 + 2 * alpha) * draw.Uniform() - alpha;
            (first[i], second[i]) = ((1 - gamma) * first[i] + gamma * second[i], gamma * first[i] + (1 - gamma) * second[i]);
        }
    }

    public static void Mutate(double[] point, double probability, double deviation, Draws draw)
    {
        for (int i = 0; i < point.Length; i++)
        {
            if (draw.Uniform() < probability)
                point[i] += deviation * draw.Normal();
        }
    }

    /// <summary>The best of some members drawn with replacement, compared number by number; the first drawn of two as good.</summary>
    public static int Tournament(IReadOnlyList<IReadOnlyList<double>> fitness, int size, Draws draw)
    {
        int best = draw.Index(fitness.Count);
        for (int k = 1; k < size; k++)
        {
            int other = draw.Index(fitness.Count);
            if (Ranking.Lexicographic(fitness[other], fitness[best]) > 0)
                best = other;
        }

        return best;
    }
}
