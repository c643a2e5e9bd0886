namespace EpidemicInference.Inference;

/// <summary>What a run is asked to do.</summary>
internal sealed record JobSettings
{
    /// <summary>The most walkers that may be asked for.</summary>
    public const int MostWalkers = 10_000;

    /// <summary>The most steps that may be asked for.</summary>
    public const int MostSteps = 1_000_000;

    /// <summary>The most samples, walkers times steps, that may be asked for.</summary>
    public const long MostSamples = 10_000_000;

    /// <summary>Where all randomness comes from.</summary>
    public long Seed { get; init; } = 1978;

    /// <summary>Walkers of the ensemble. Range: at least twice the number of parameters.</summary>
    public int Walkers { get; init; } = 32;

    /// <summary>Steps of every walker, in each of the two runs.</summary>
    public int Steps { get; init; } = 6000;

    /// <summary>The largest error bar of ln L with which an emulated answer is used. Range: above 0.</summary>
    public double Tolerance { get; init; } = 0.05;

    /// <summary>How many likelihoods are computed at a time.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
