namespace L2L;

/// <summary>The elite, and at a temperature others that come near it.</summary>
internal static class EliteSelection
{
    /// <summary>The points of the first so many, and of each later one with probability exp((F − γ)/T), at most 1.</summary>
    public static List<double[]> Select(Trial[] bestFirst, int elite, double temperature, Draws draw)
    {
        List<double[]> kept = [.. bestFirst.Take(elite).Select(static t => t.Point)];
        if (!(temperature > 0))
            return kept;
        double gamma = bestFirst[elite - 1].Sum;
        foreach (Trial trial in bestFirst.Skip(elite))
        {
            if (draw.Uniform() < KeepProbability(trial.Sum, gamma, temperature))
                kept.Add(trial.Point);
        }

        return kept;
    }

    public static double KeepProbability(double fitness, double gamma, double temperature) => Math.Clamp(Math.Exp((fitness - gamma) / temperature), 0, 1);
}
