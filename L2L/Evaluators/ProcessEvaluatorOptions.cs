namespace L2L;

/// <summary>How simulations are run in worker processes.</summary>
public sealed record ProcessEvaluatorOptions
{
    /// <summary>How many workers. Range: at least 1. Default: as many as there are processors.</summary>
    public int Workers { get; init; } = System.Environment.ProcessorCount;

    /// <summary>
    /// The name by which a worker knows what to do. A program with several optimizees gives each a name of its own, and calls
    /// <see cref="ProcessEvaluator.ServeIfAskedAsync(string, IOptimizee)"/> for each before it runs the first.
    /// </summary>
    public string Role { get; init; } = "l2l";

    /// <summary>What is done about simulations that take too long or fail.</summary>
    public EvaluationLimits Limits { get; init; } = new();

    /// <summary>
    /// The program that is started as a worker; null for this one. It must reach the run of the same optimizee, as this very program
    /// does with the same arguments.
    /// </summary>
    public string? Program { get; init; }

    /// <summary>The worker's arguments; null for those of this program.</summary>
    public IReadOnlyList<string>? Arguments { get; init; }

    /// <summary>Variables added to the workers' environment. Workers use one thread in numerical libraries unless this says otherwise.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where the files <c>worker-N.log</c> with what the workers print go; null keeps only the last lines, for messages.</summary>
    public string? LogFolder { get; init; }

    /// <summary>How long a worker may take to start. Range: positive. Default: one minute.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">One is beyond its range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        OptionCheck.AtLeast(Workers, 1, nameof(Workers));
        OptionCheck.Require(!string.IsNullOrWhiteSpace(Role), nameof(Role), Role, "a name");
        OptionCheck.Require(StartTimeout > TimeSpan.Zero, nameof(StartTimeout), StartTimeout, "positive");
        Limits.Validate();
    }
}
