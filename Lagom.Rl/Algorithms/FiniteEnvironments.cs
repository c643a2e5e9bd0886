using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>Keeps numbers that nobody can learn from away from networks, statistics and buffers: one would spoil all of them for good.</summary>
internal static class FiniteEnvironments
{
    /// <summary>Checks what a step led to.</summary>
    /// <exception cref="ArithmeticException">A reward or an observation is not finite; the message names the environment.</exception>
    public static void RequireStep(IEnvironmentBatch environments)
    {
        RequireObservations(environments);
        ReadOnlySpan<double> rewards = environments.Rewards;
        if (!double.IsFinite(TensorPrimitives.MaxMagnitude(rewards)))
        {
            int bad = rewards.IndexOfAnyExceptInRange(double.MinValue, double.MaxValue);
            throw Found("reward", bad, rewards[bad]);
        }

        int size = environments.ObservationSize;
        for (int i = 0; i < environments.Count; i++)
        {
            if (environments.HasFinalObservation[i])
                RequireRows(environments.FinalObservations.Slice(i * size, size), i, size);
        }
    }

    /// <summary>Checks what is seen now.</summary>
    /// <exception cref="ArithmeticException">An observation is not finite; the message names the environment.</exception>
    public static void RequireObservations(IEnvironmentBatch environments) =>
        RequireRows(environments.Observations, 0, environments.ObservationSize);

    private static void RequireRows(ReadOnlySpan<float> rows, int first, int size)
    {
        // The search for the place compares number by number; this does not.
        if (float.IsFinite(TensorPrimitives.MaxMagnitude(rows)))
            return;
        int bad = rows.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);
        throw Found("observation", first + bad / size, rows[bad]);
    }

    private static ArithmeticException Found(string what, int environment, double value) => new(FormattableString.Invariant(
        $"The {what} of environment {environment} is {value}; it must be finite. Nothing was learnt from it, and new episodes begin."));
}
