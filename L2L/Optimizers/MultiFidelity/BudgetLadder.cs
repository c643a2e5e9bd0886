namespace L2L;

/// <summary>The budgets that optimizers of several fidelities give: the largest one, and η times less on each rung below it.</summary>
/// <param name="MinBudget">No rung has less.</param>
/// <param name="MaxBudget">The budget of the top rung.</param>
/// <param name="Reduction">η.</param>
internal readonly record struct BudgetLadder(double MinBudget, double MaxBudget, int Reduction)
{
    /// <summary>The number of the top rung: the largest s with MinBudget · η^s ≤ MaxBudget.</summary>
    public int Top => (int)Math.Floor(Math.Log(MaxBudget / MinBudget) / Math.Log(Reduction) + 1e-9);

    public double BudgetOf(int rung) => Math.Min(MaxBudget, MaxBudget * Math.Pow(Reduction, rung - Top));

    /// <summary>The rung of a budget that <see cref="BudgetOf"/> gave.</summary>
    public int RungOf(double budget)
    {
        int rung = 0;
        while (rung < Top && BudgetOf(rung) < budget)
            rung++;
        return rung;
    }

    /// <summary>Whether a trial is better than the best so far: a fitness at a larger budget counts more than one at a smaller.</summary>
    public static bool IsBetter(Trial trial, Evaluation best, double bestSum) =>
        (trial.Candidate.Budget ?? 0).CompareTo(best.Individual.Budget ?? 0) switch { 0 => trial.Sum > bestSum, var order => order > 0 };

    public void Validate()
    {
        OptionCheck.Positive(MinBudget, nameof(MinBudget));
        OptionCheck.Require(MaxBudget >= MinBudget && double.IsFinite(MaxBudget), nameof(MaxBudget), MaxBudget, $"finite and at least MinBudget, {MinBudget}");
        OptionCheck.AtLeast(Reduction, 2, nameof(Reduction));
    }
}
