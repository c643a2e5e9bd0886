namespace L2L;

/// <summary>A point that an optimizer wants to be evaluated.</summary>
/// <param name="Point">Its search coordinates; the base class moves them within the bounds.</param>
public sealed record Candidate(double[] Point)
{
    /// <summary>How much may be spent; null where the optimizer does not limit it.</summary>
    public double? Budget { get; init; }

    /// <summary>The configuration that it goes on with; null where the optimizer evaluates each one once.</summary>
    public int? Configuration { get; init; }

    /// <summary>What the evaluation to go on from left behind; empty where it starts afresh.</summary>
    public ReadOnlyMemory<byte> Checkpoint { get; init; }

    /// <summary>The parameters of the point; the base class fills them in.</summary>
    internal ParameterSet? Parameters { get; init; }

    internal Individual ToIndividual(int generation, int index) => new(generation, index, Parameters!)
    {
        Budget = Budget,
        Configuration = Configuration,
        Checkpoint = Checkpoint,
    };
}
