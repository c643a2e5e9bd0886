namespace CosmologyInference.Inference;

/// <summary>What a run is asked to do.</summary>
internal sealed record JobSettings
{
    public long Seed { get; init; } = 1998;

    public int Supernovae { get; init; } = 300;

    public int Walkers { get; init; } = 24;

    /// <summary>Steps of every walker in each run.</summary>
    public int Steps { get; init; } = 2000;

    /// <summary>The largest predicted error of ln L with which an emulated answer is used.</summary>
    public double Tolerance { get; init; } = 0.05;
}
