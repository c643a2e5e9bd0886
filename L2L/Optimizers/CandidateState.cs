namespace L2L;

/// <summary>Candidates in a saved state.</summary>
internal static class CandidateState
{
    public static void Save(OptimizerState state, Candidate candidate)
    {
        state.Set("point", (ReadOnlySpan<double>)candidate.Point);
        if (candidate.Budget is { } budget)
            state.Set("budget", budget);
        if (candidate.Configuration is { } configuration)
            state.Set("configuration", (long)configuration);
        if (!candidate.Checkpoint.IsEmpty)
            state.SetBytes("checkpoint", candidate.Checkpoint.Span);
    }

    public static Candidate Load(OptimizerState state) => new(state.GetArray("point"))
    {
        Budget = state.Contains("budget") ? state.GetDouble("budget") : null,
        Configuration = state.Contains("configuration") ? state.GetInt32("configuration") : null,
        Checkpoint = state.Contains("checkpoint") ? state.GetBytes("checkpoint") : default(ReadOnlyMemory<byte>),
    };
}
