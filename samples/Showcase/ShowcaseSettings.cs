namespace Showcase;

/// <summary>How much is done. Results depend on everything here but the number of threads.</summary>
internal sealed record ShowcaseSettings
{
    /// <summary>Where all randomness comes from.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Generations of the search for hyper-parameters.</summary>
    public int TuningGenerations { get; init; } = 24;

    /// <summary>Hyper-parameter settings in each.</summary>
    public int TuningPopulation { get; init; } = 16;

    /// <summary>Exact evaluations before the emulator is first trained.</summary>
    public int FirstTraining { get; init; } = 40;

    /// <summary>The largest predicted error of an emulated answer, in units of the return: -1200 where a policy does nothing, -150 where it is good.</summary>
    public double Tolerance { get; init; } = 180;

    /// <summary>Policy searches whose mean return is a setting's fitness.</summary>
    public int SearchesPerFitness { get; init; } = 32;

    /// <summary>Generations of a policy search.</summary>
    public int SearchGenerations { get; init; } = 60;

    /// <summary>Episodes that a policy is judged by during a search.</summary>
    public int Episodes { get; init; } = 8;

    /// <summary>Episodes that the policy at the end of a search is judged by.</summary>
    public int TestEpisodes { get; init; } = 64;

    /// <summary>The best settings of the tuning that are evaluated exactly, with other seeds.</summary>
    public int Finalists { get; init; } = 6;

    /// <summary>Emulated answers that are compared with the truth.</summary>
    public int CalibrationPoints { get; init; } = 24;

    /// <summary>Fresh seeds of the comparison.</summary>
    public int ComparisonRuns { get; init; } = 40;

    /// <summary>Generations of the refinement.</summary>
    public int RefinementGenerations { get; init; } = 100;

    /// <summary>Whether a setting's searches run at the same time; results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Settings for a look within seconds; too small for conclusions.</summary>
    public static ShowcaseSettings Quick => new()
    {
        TuningGenerations = 12,
        TuningPopulation = 12,
        FirstTraining = 24,
        Tolerance = 200,
        SearchesPerFitness = 8,
        SearchGenerations = 25,
        Episodes = 4,
        TestEpisodes = 32,
        Finalists = 3,
        CalibrationPoints = 8,
        ComparisonRuns = 16,
        RefinementGenerations = 12,
    };
}
