namespace L2L;

/// <summary>What an evaluator does about simulations that take too long or fail.</summary>
/// <remarks>
/// A simulation that throws, crashes its process or takes too long has failed. It is tried again <see cref="Retries"/> times, each time with
/// the same random numbers; after that its evaluation is a failed one, and the experiment's <see cref="IFailurePolicy"/> decides what the
/// optimizer is told. A loss that the simulation did not cause, such as a worker that somebody killed or a node that died, is made good
/// <see cref="Replacements"/> times and does not count as a try.
/// </remarks>
public sealed record EvaluationLimits
{
    /// <summary>How long one simulation may take; null for any time. Range: positive.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>
    /// How long a simulation in this process may go on after its cancellation token told it that its time is over, before its thread is given
    /// up. Range: not negative. Default: 5 s.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many times a failed simulation is tried again. Range: at least 0. Default: 0.</summary>
    public int Retries { get; init; }

    /// <summary>How many times an individual is started again where its worker or node was lost. Range: at least 0. Default: 3.</summary>
    public int Replacements { get; init; } = 3;

    /// <summary>Checks the limits.</summary>
    /// <exception cref="ArgumentException">One is beyond its range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        OptionCheck.Require(TimeLimit is null || TimeLimit > TimeSpan.Zero, nameof(TimeLimit), TimeLimit, "positive");
        OptionCheck.Require(Grace >= TimeSpan.Zero, nameof(Grace), Grace, "not negative");
        OptionCheck.AtLeast(Retries, 0, nameof(Retries));
        OptionCheck.AtLeast(Replacements, 0, nameof(Replacements));
    }
}
