using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>How <see cref="Evolve"/> evaluates generations. No option changes which candidates are drawn.</summary>
public sealed record RunOptions
{
    /// <summary>How many evaluations run at the same time. Results do not depend on it. Default: 1. Range: at least 1.</summary>
    public int MaxDegreeOfParallelism { get; init; } = 1;

    /// <summary>Whether the reports of all generations are kept in the result. Default: true.</summary>
    public bool KeepHistory { get; init; } = true;

    /// <summary>Re-evaluates some candidates to learn how noisy values are, and answers noise. Default: none.</summary>
    public NoiseHandling? Noise { get; init; }

    /// <summary>Where the start, the end and failed evaluations are logged. Default: nowhere.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    internal void Validate()
    {
        Require(MaxDegreeOfParallelism >= 1, nameof(MaxDegreeOfParallelism), MaxDegreeOfParallelism, "at least 1");
        ArgumentNullException.ThrowIfNull(Logger);
        Noise?.Validate();
    }
}
