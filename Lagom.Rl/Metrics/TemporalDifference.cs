namespace Lagom.Rl;

/// <summary>One-step targets and errors of the values along one trajectory.</summary>
/// <remarks><b>Source:</b> Sutton (1988), "Learning to predict by the methods of temporal differences".</remarks>
public static class TemporalDifference
{
    /// <summary>The targets r_t + γ V_{t+1}, where V_T is 0 after a terminal state.</summary>
    /// <param name="gamma">The discount γ. Range: [0, 1].</param>
    /// <param name="rewards">The rewards [T].</param>
    /// <param name="values">The values of the states that the rewards were gained from [T].</param>
    /// <param name="lastValue">The value of the state after the last reward.</param>
    /// <param name="reachedTerminal">Whether that state is terminal; a time limit or a cut does not make it so.</param>
    /// <param name="destination">Receives the targets [T]; may be the rewards or the values themselves.</param>
    /// <exception cref="ArgumentException">The discount is out of range, or the lengths differ.</exception>
    public static void Targets(
        double gamma, ReadOnlySpan<double> rewards, ReadOnlySpan<double> values, double lastValue, bool reachedTerminal, Span<double> destination)
    {
        Check(gamma, rewards, values, destination);
        for (int t = 0; t < rewards.Length; t++)
        {
            double next = t + 1 < values.Length ? values[t + 1] : reachedTerminal ? 0 : lastValue;
            destination[t] = rewards[t] + gamma * next;
        }
    }

    /// <inheritdoc cref="Targets(double, ReadOnlySpan{double}, ReadOnlySpan{double}, double, bool, Span{double})"/>
    public static double[] Targets(double gamma, ReadOnlySpan<double> rewards, ReadOnlySpan<double> values, double lastValue, bool reachedTerminal)
    {
        var destination = new double[rewards.Length];
        Targets(gamma, rewards, values, lastValue, reachedTerminal, destination);
        return destination;
    }

    /// <summary>The errors r_t + γ V_{t+1} - V_t, where V_T is 0 after a terminal state.</summary>
    /// <param name="gamma">The discount γ. Range: [0, 1].</param>
    /// <param name="rewards">The rewards [T].</param>
    /// <param name="values">The values of the states that the rewards were gained from [T].</param>
    /// <param name="lastValue">The value of the state after the last reward.</param>
    /// <param name="reachedTerminal">Whether that state is terminal; a time limit or a cut does not make it so.</param>
    /// <param name="destination">Receives the errors [T]; may be the rewards or the values themselves.</param>
    /// <exception cref="ArgumentException">The discount is out of range, or the lengths differ.</exception>
    public static void Errors(
        double gamma, ReadOnlySpan<double> rewards, ReadOnlySpan<double> values, double lastValue, bool reachedTerminal, Span<double> destination)
    {
        Check(gamma, rewards, values, destination);
        for (int t = 0; t < rewards.Length; t++)
        {
            double next = t + 1 < values.Length ? values[t + 1] : reachedTerminal ? 0 : lastValue;
            destination[t] = rewards[t] + gamma * next - values[t];
        }
    }

    /// <inheritdoc cref="Errors(double, ReadOnlySpan{double}, ReadOnlySpan{double}, double, bool, Span{double})"/>
    public static double[] Errors(double gamma, ReadOnlySpan<double> rewards, ReadOnlySpan<double> values, double lastValue, bool reachedTerminal)
    {
        var destination = new double[rewards.Length];
        Errors(gamma, rewards, values, lastValue, reachedTerminal, destination);
        return destination;
    }

    private static void Check(double gamma, ReadOnlySpan<double> rewards, ReadOnlySpan<double> values, Span<double> destination)
    {
        EstimatorArguments.CheckFactor(gamma);
        EstimatorArguments.CheckLength(rewards.Length, values.Length, nameof(values));
        EstimatorArguments.CheckLength(rewards.Length, destination.Length, nameof(destination));
    }
}
