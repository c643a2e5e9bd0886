using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Shared.Tensors;

namespace Layg;

/// <summary>What a fit needs beside its points.</summary>
/// <param name="Random">The stream that every random choice of the fit comes from.</param>
public sealed record FitContext(RandomStream Random)
{
    /// <summary>How many threads the fit may use. Range: at least 1. Default: 1. The result does not depend on it.</summary>
    public int MaxDegreeOfParallelism { get; init; } = 1;

    /// <summary>Where the fit reports what it had to work around (dropped directions, noisy repeats, …).</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Ends the fit early.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>
    /// What the same learner was fitted to before, or null. An emulator may start from what that one learnt, where it was fitted by an emulator
    /// of its own kind; it must not change it, as it is still in use.
    /// </summary>
    public IFittedEmulator? Previous { get; init; }
}
