namespace L2L;

/// <summary>Evaluations in a saved state: all but the exception.</summary>
internal static class EvaluationState
{
    public static void Save(OptimizerState state, Evaluation evaluation)
    {
        Individual individual = evaluation.Individual;
        state.Set("generation", individual.Generation);
        state.Set("index", individual.Index);
        state.Set("parameters", individual.Parameters);
        if (individual.Budget is { } budget)
            state.Set("budget", budget);
        if (individual.Configuration is { } configuration)
            state.Set("configuration", (long)configuration);
        SaveBytes(state, "startedFrom", individual.Checkpoint);
        state.Set("fitness", evaluation.Fitness);
        if (evaluation.Status != EvaluationStatus.Succeeded)
            state.Set("status", (long)evaluation.Status);
        state.Set("ticks", evaluation.Duration.Ticks);
        if (evaluation.Attempts != 1)
            state.Set("attempts", (long)evaluation.Attempts);
        if (evaluation.Error is { } error)
            state.Set("error", error);
        if (evaluation.Reports.Count > 0)
            state.Set("reports", evaluation.Reports.Select(Report));
        SaveBytes(state, "checkpoint", evaluation.Checkpoint);
    }

    /// <summary>Reads an evaluation. What states of earlier versions lack (times and more) has its default.</summary>
    public static Evaluation Load(OptimizerState state)
    {
        var individual = new Individual(state.GetInt32("generation"), state.GetInt32("index"), state.GetSet("parameters"))
        {
            Budget = state.Contains("budget") ? state.GetDouble("budget") : null,
            Configuration = state.Contains("configuration") ? state.GetInt32("configuration") : null,
            Checkpoint = LoadBytes(state, "startedFrom"),
        };
        return new Evaluation(individual, state.GetFitness("fitness"))
        {
            Status = state.Contains("status") ? (EvaluationStatus)state.GetInt32("status") : EvaluationStatus.Succeeded,
            Duration = state.Contains("ticks") ? TimeSpan.FromTicks(state.GetInt64("ticks")) : TimeSpan.Zero,
            Attempts = state.Contains("attempts") ? state.GetInt32("attempts") : 1,
            Error = state.Contains("error") ? state.GetText("error") : null,
            Reports = state.Contains("reports") ? [.. state.GetParts("reports").Select(static part => new IntermediateFitness(part.GetDouble("step"), part.GetFitness("fitness")))] : [],
            Checkpoint = LoadBytes(state, "checkpoint"),
        };
    }

    private static OptimizerState Report(IntermediateFitness report)
    {
        var part = new OptimizerState();
        part.Set("step", report.Step);
        part.Set("fitness", report.Fitness);
        return part;
    }

    private static void SaveBytes(OptimizerState state, string name, ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.IsEmpty)
            state.SetBytes(name, bytes.Span);
    }

    private static ReadOnlyMemory<byte> LoadBytes(OptimizerState state, string name) => state.Contains(name) ? state.GetBytes(name) : default(ReadOnlyMemory<byte>);
}
