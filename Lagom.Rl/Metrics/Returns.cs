namespace Lagom.Rl;

/// <summary>Discounted sums of the rewards of one trajectory.</summary>
public static class Returns
{
    /// <summary>The returns G_t = r_t + γ G_{t+1}, with nothing after the last reward.</summary>
    /// <param name="gamma">The discount γ. Range: [0, 1].</param>
    /// <param name="rewards">The rewards [T].</param>
    /// <param name="destination">Receives the returns [T]; may be the rewards themselves.</param>
    /// <exception cref="ArgumentException">The discount is out of range, or the lengths differ.</exception>
    public static void Discounted(double gamma, ReadOnlySpan<double> rewards, Span<double> destination) =>
        Bootstrapped(gamma, rewards, 0, reachedTerminal: true, destination);

    /// <inheritdoc cref="Discounted(double, ReadOnlySpan{double}, Span{double})"/>
    public static double[] Discounted(double gamma, ReadOnlySpan<double> rewards)
    {
        var destination = new double[rewards.Length];
        Discounted(gamma, rewards, destination);
        return destination;
    }

    /// <summary>The returns G_t = r_t + γ G_{t+1}, where G_T is 0 after a terminal state and the value of the last state otherwise.</summary>
    /// <param name="gamma">The discount γ. Range: [0, 1].</param>
    /// <param name="rewards">The rewards [T].</param>
    /// <param name="lastValue">The value of the state after the last reward.</param>
    /// <param name="reachedTerminal">Whether that state is terminal; a time limit or a cut does not make it so.</param>
    /// <param name="destination">Receives the returns [T]; may be the rewards themselves.</param>
    /// <exception cref="ArgumentException">The discount is out of range, or the lengths differ.</exception>
    public static void Bootstrapped(double gamma, ReadOnlySpan<double> rewards, double lastValue, bool reachedTerminal, Span<double> destination)
    {
        EstimatorArguments.CheckFactor(gamma);
        EstimatorArguments.CheckLength(rewards.Length, destination.Length, nameof(destination));
        double sum = reachedTerminal ? 0 : lastValue;
        for (int t = rewards.Length - 1; t >= 0; t--)
            destination[t] = sum = rewards[t] + gamma * sum;
    }

    /// <inheritdoc cref="Bootstrapped(double, ReadOnlySpan{double}, double, bool, Span{double})"/>
    public static double[] Bootstrapped(double gamma, ReadOnlySpan<double> rewards, double lastValue, bool reachedTerminal)
    {
        var destination = new double[rewards.Length];
        Bootstrapped(gamma, rewards, lastValue, reachedTerminal, destination);
        return destination;
    }
}
