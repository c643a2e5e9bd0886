namespace L2L;

/// <summary>Options of <see cref="AsynchronousHalving"/>.</summary>
public sealed record AsynchronousHalvingOptions : SteadyStateOptions
{
    /// <summary>The least budget of an individual, in the optimizee's units. Range: positive.</summary>
    public double MinBudget { get; init; } = 1;

    /// <summary>The largest budget. Range: at least <see cref="MinBudget"/>.</summary>
    public double MaxBudget { get; init; } = 81;

    /// <summary>η: one of so many goes on to the next rung, with so many times the budget. Range: at least 2.</summary>
    public int Reduction { get; init; } = 3;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Ladder.Validate();
    }

    internal BudgetLadder Ladder => new(MinBudget, MaxBudget, Reduction);
}
