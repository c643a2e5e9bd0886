namespace L2L;

/// <summary>From where a run goes on: everything that the course from here on depends on.</summary>
/// <param name="Optimizer">The optimizer's state.</param>
public sealed record ExperimentState(OptimizerState Optimizer)
{
    /// <summary>The generation that comes next, from 0.</summary>
    public int NextGeneration { get; init; }

    /// <summary>How many evaluations were told so far.</summary>
    public long Evaluations { get; init; }

    /// <summary>How long the run took so far, all its parts together.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The pruner's state; null where there is none.</summary>
    public OptimizerState? Pruner { get; init; }

    /// <summary>Evaluations of the next generation that were done before the run ended; they are not evaluated again.</summary>
    public IReadOnlyList<Evaluation> Finished { get; init; } = [];

    /// <summary>The generation that was told last, by which termination rules judge whether the run was over; null where there is none.</summary>
    public Generation? LastGeneration { get; init; }

    /// <summary>The state as one line of JSON, without <see cref="Finished"/> and <see cref="LastGeneration"/>, which a recorder has anyway.</summary>
    public string ToJson()
    {
        var state = new OptimizerState();
        state.Set("generation", NextGeneration);
        state.Set("evaluations", Evaluations);
        state.Set("elapsedTicks", Elapsed.Ticks);
        state.Set("optimizer", Optimizer.Copy());
        if (Pruner is not null)
            state.Set("pruner", Pruner.Copy());
        return state.ToJson();
    }

    /// <summary>Reads a state.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static ExperimentState Parse(string json)
    {
        OptimizerState state = OptimizerState.Parse(json);
        return new ExperimentState(state.GetPart("optimizer").Copy())
        {
            NextGeneration = state.GetInt32("generation"),
            Evaluations = state.GetInt64("evaluations"),
            Elapsed = TimeSpan.FromTicks(state.GetInt64("elapsedTicks")),
            Pruner = state.Contains("pruner") ? state.GetPart("pruner").Copy() : null,
        };
    }
}
