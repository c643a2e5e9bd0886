namespace Lagom.Rl;

/// <summary>How many copies of a task a batch has, and how their episodes end.</summary>
/// <param name="Count">How many copies. Range: at least 1.</param>
public sealed record BatchOptions(int Count)
{
    /// <inheritdoc cref="BatchOptions(int)" path="/param"/>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Count { get; init; } = Count >= 1 ? Count : throw new ArgumentOutOfRangeException(nameof(Count), Count, "There must be at least one copy.");

    /// <summary>When a copy begins its next episode.</summary>
    /// <value>The default is <see cref="AutoresetMode.NextStep"/>.</value>
    public AutoresetMode Autoreset { get; init; }

    /// <summary>After how many steps an episode is cut; null for never.</summary>
    /// <value>The default is null. Range: at least 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? MaxEpisodeSteps
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxEpisodeSteps must be at least 1, or null.");
    }
}
