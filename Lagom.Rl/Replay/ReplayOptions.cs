namespace Lagom.Rl;

/// <summary>What a replay buffer holds and how it counts rewards together.</summary>
/// <param name="ObservationSize">How many numbers an observation has. Range: at least 1.</param>
/// <param name="ActionSize">How many numbers an action has; 1 for a choice, which is kept as its number. Range: at least 1.</param>
public sealed record ReplayOptions(int ObservationSize, int ActionSize)
{
    /// <summary>How many transitions are kept; the oldest makes room for a new one. Range: at least 1.</summary>
    public int Capacity { get; init; } = 1_000_000;

    /// <summary>What a reward one step later counts. Range: 0 to 1.</summary>
    public double Gamma { get; init; } = 0.99;

    /// <summary>Over how many steps a transition reaches: its reward is the discounted sum of so many. Range: at least 1.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>How many environments add to the buffer side by side. Range: at least 1.</summary>
    public int Environments { get; init; } = 1;

    internal int RowLength => 2 * ObservationSize + ActionSize + 2;

    internal void Validate()
    {
        AtLeastOne(ObservationSize, nameof(ObservationSize));
        AtLeastOne(ActionSize, nameof(ActionSize));
        AtLeastOne(Capacity, nameof(Capacity));
        AtLeastOne(Steps, nameof(Steps));
        AtLeastOne(Environments, nameof(Environments));
        if (!(Gamma >= 0 && Gamma <= 1))
            throw new ArgumentOutOfRangeException(nameof(Gamma), Gamma, "Gamma must be 0 to 1.");
        if ((long)Capacity * RowLength > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(Capacity), Capacity, $"Capacity must be at most {Array.MaxLength / RowLength} for transitions of {RowLength} numbers.");
        }
    }

    private static void AtLeastOne(int value, string name)
    {
        if (value < 1)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1.");
    }
}
