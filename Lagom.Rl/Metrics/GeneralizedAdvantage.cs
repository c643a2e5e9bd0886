namespace Lagom.Rl;

/// <summary>Generalised advantage estimation (GAE) along one trajectory.</summary>
/// <remarks>
/// <b>Source:</b> Schulman, Moritz, Levine, Jordan and Abbeel (2016), "High-dimensional continuous control using generalized advantage estimation".
/// </remarks>
public static class GeneralizedAdvantage
{
    /// <summary>The advantages A_t = δ_t + γλ A_{t+1} of the temporal-difference errors δ_t = r_t + γ V_{t+1} - V_t.</summary>
    /// <param name="gamma">The discount γ. Range: [0, 1].</param>
    /// <param name="lambda">The weight λ of later errors: 0 gives the errors themselves, 1 returns minus values. Range: [0, 1].</param>
    /// <param name="rewards">The rewards [T].</param>
    /// <param name="values">The values of the states that the rewards were gained from [T].</param>
    /// <param name="lastValue">The value of the state after the last reward.</param>
    /// <param name="reachedTerminal">Whether that state is terminal; a time limit or a cut does not make it so.</param>
    /// <param name="destination">Receives the advantages [T]; may be the rewards or the values themselves.</param>
    /// <exception cref="ArgumentException">A factor is out of range, or the lengths differ.</exception>
    public static void Estimate(
        double gamma, double lambda, ReadOnlySpan<double> rewards, ReadOnlySpan<double> values, double lastValue, bool reachedTerminal, Span<double> destination)
    {
        EstimatorArguments.CheckFactor(gamma);
        EstimatorArguments.CheckFactor(lambda);
        EstimatorArguments.CheckLength(rewards.Length, values.Length, nameof(values));
        EstimatorArguments.CheckLength(rewards.Length, destination.Length, nameof(destination));
        double decay = gamma * lambda;
        double next = reachedTerminal ? 0 : lastValue;
        double advantage = 0;
        for (int t = rewards.Length - 1; t >= 0; t--)
        {
            double value = values[t];
            double error = rewards[t] + gamma * next - value;
            destination[t] = advantage = error + decay * advantage;
            next = value;
        }
    }

    /// <inheritdoc cref="Estimate(double, double, ReadOnlySpan{double}, ReadOnlySpan{double}, double, bool, Span{double})"/>
    public static double[] Estimate(
        double gamma, double lambda, ReadOnlySpan<double> rewards, ReadOnlySpan<double> values, double lastValue, bool reachedTerminal)
    {
        var destination = new double[rewards.Length];
        Estimate(gamma, lambda, rewards, values, lastValue, reachedTerminal, destination);
        return destination;
    }
}
