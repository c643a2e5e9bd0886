namespace Layg.Sampling;

/// <summary>
/// Draws from a density known up to a constant with an ensemble of walkers that propose steps from each other's positions.
/// </summary>
/// <remarks>
/// <para>
/// In each step the walkers are divided into two halves; the first half moves, each walker against the standing second half, then
/// the second half against the moved first half. The log-densities of a half are asked for as one batch.
/// </para>
/// <para>
/// Every walker has a random stream of its own, so the chain depends on the seed, the start and the density only, not on the number
/// of threads. A sampler keeps no state between calls, and may be used from many threads where the density may.
/// </para>
/// <para>
/// A cancelled run returns the chain made so far, whole steps only, with <see cref="Chain.IsComplete"/> false;
/// <see cref="Continue"/> goes on from there as if it had never stopped. Only a run cancelled before the log-densities of its start
/// were known has nothing to return and throws <see cref="OperationCanceledException"/>. Where an exception of the density must not
/// lose the chain, use <see cref="Start(IReadOnlyList{double[]}, CancellationToken)"/>.
/// </para>
/// <para><b>Source:</b> Goodman and Weare (2010), "Ensemble samplers with affine invariance"; Foreman-Mackey, Hogg, Lang and Goodman
/// (2013), "emcee: the MCMC hammer".</para>
/// </remarks>
/// <example>
/// <code>
/// var sampler = new EnsembleSampler(LogDensity.FromFunction(2, x => -x[0] * x[0] - x[1] * x[1]), new EnsembleOptions { Seed = 1 });
/// double[][] start = EnsembleStart.Normal(walkers: 20, centre: [0, 0], standardDeviation: 1, new RandomStream(1));
/// Chain chain = sampler.Run(start, steps: 1000);
/// double[] mean = chain.Flatten(discard: 200).Mean();
/// </code>
/// </example>
public sealed class EnsembleSampler
{
    /// <summary>Creates a sampler.</summary>
    /// <param name="logDensity">The density to draw from.</param>
    /// <param name="options">Settings; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public EnsembleSampler(ILogDensity logDensity, EnsembleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(logDensity);
        options ??= new EnsembleOptions();
        options.Validate();
        if (logDensity.Dimension < 1)
            throw new ArgumentException($"The dimension of the density must be at least 1, not {logDensity.Dimension}.", nameof(logDensity));
        LogDensity = logDensity;
        Options = options with { Moves = [.. options.Moves] };
    }

    /// <summary>The density to draw from.</summary>
    public ILogDensity LogDensity { get; }

    /// <summary>The settings.</summary>
    public EnsembleOptions Options { get; }

    /// <summary>Makes steps from start positions.</summary>
    /// <param name="start">
    /// Where the walkers start, one row each: [walkers, dimension]. At least twice as many walkers as dimensions, finite, and not in a
    /// subspace; <see cref="EnsembleStart"/> makes some.
    /// </param>
    /// <param name="steps">How many steps. Range: at least 0.</param>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellationToken">Ends the run early; see the remarks of <see cref="EnsembleSampler"/>.</param>
    /// <returns>The chain; the start itself is not part of it.</returns>
    /// <exception cref="ArgumentException">The start is unsuitable: the message says which walker and why.</exception>
    /// <exception cref="InvalidLogDensityException">A log-density was NaN or positive infinity.</exception>
    public Chain Run(
        IReadOnlyList<double[]> start, int steps, IProgress<SamplerProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return Advance(Start(start, cancellationToken), steps, progress, cancellationToken);
    }

    /// <summary>Makes steps from a state, with its random streams: the seed of the options plays no part.</summary>
    /// <param name="state">Where the ensemble stands.</param>
    /// <param name="steps">How many steps. Range: at least 0.</param>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellationToken">Ends the run early; see the remarks of <see cref="EnsembleSampler"/>.</param>
    /// <returns>The chain of the new steps.</returns>
    /// <exception cref="ArgumentException">The state is of another dimension or has other blobs.</exception>
    /// <exception cref="InvalidLogDensityException">A log-density was NaN or positive infinity.</exception>
    public Chain Run(
        EnsembleState state, int steps, IProgress<SamplerProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return Advance(Start(state), steps, progress, cancellationToken);
    }

    /// <summary>Makes more steps where a chain ended.</summary>
    /// <param name="chain">The chain, made with the same <see cref="EnsembleOptions.Thin"/>.</param>
    /// <param name="steps">How many more steps. Range: at least 0.</param>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellationToken">Ends the run early; see the remarks of <see cref="EnsembleSampler"/>.</param>
    /// <returns>A chain of the old steps and the new ones, the same as one run would have made.</returns>
    /// <exception cref="ArgumentException">The chain is of another dimension, or has other blobs or another thinning.</exception>
    /// <exception cref="InvalidLogDensityException">A log-density was NaN or positive infinity.</exception>
    public Chain Continue(
        Chain chain, int steps, IProgress<SamplerProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return Advance(Start(chain), steps, progress, cancellationToken);
    }

    /// <summary>Starts a run that is advanced by and by, and keeps its chain through exceptions.</summary>
    /// <param name="start">Where the walkers start, one row each: [walkers, dimension].</param>
    /// <param name="cancellationToken">Cancels the evaluation of the start.</param>
    /// <exception cref="ArgumentException">The start is unsuitable: the message says which walker and why.</exception>
    /// <exception cref="InvalidLogDensityException">A log-density was NaN or positive infinity.</exception>
    /// <exception cref="OperationCanceledException">The start was not evaluated to the end.</exception>
    public EnsembleRun Start(IReadOnlyList<double[]> start, CancellationToken cancellationToken = default)
    {
        double[] positions = EnsembleStart.Check(start, LogDensity.Dimension, Options.AllowDegenerateEnsemble);
        return new EnsembleRun(LogDensity, Options, positions, new EnsembleDraws(Options.Seed, start.Count), cancellationToken);
    }

    /// <summary>Starts a run from a state, advanced by and by.</summary>
    /// <param name="state">Where the ensemble stands.</param>
    /// <exception cref="ArgumentException">The state is of another dimension or has other blobs.</exception>
    public EnsembleRun Start(EnsembleState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        ThrowIfForeign(state, nameof(state));
        return new EnsembleRun(LogDensity, Options, state, previous: null);
    }

    /// <summary>Starts a run where a chain ended, advanced by and by. Its chain begins with the old steps.</summary>
    /// <param name="chain">The chain, made with the same <see cref="EnsembleOptions.Thin"/>.</param>
    /// <exception cref="ArgumentException">The chain is of another dimension, or has other blobs or another thinning.</exception>
    public EnsembleRun Start(Chain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ThrowIfForeign(chain.Last, nameof(chain));
        if (chain.Thin != Options.Thin)
            throw new ArgumentException($"The chain holds every {chain.Thin}. step, but the sampler stores every {Options.Thin}.: use the same {nameof(EnsembleOptions.Thin)}, or run from the chain's last state.", nameof(chain));
        return new EnsembleRun(LogDensity, Options, chain.Last, chain);
    }

    private static Chain Advance(EnsembleRun run, int steps, IProgress<SamplerProgress>? progress, CancellationToken cancellationToken)
    {
        run.Advance(steps, progress, cancellationToken);
        return run.Chain;
    }

    private void ThrowIfForeign(EnsembleState state, string name)
    {
        if (state.Dimension != LogDensity.Dimension)
            throw new ArgumentException($"The ensemble has dimension {state.Dimension}, but the density has dimension {LogDensity.Dimension}.", name);
        if (!state.BlobNames.SequenceEqual(LogDensity.BlobNames, StringComparer.Ordinal))
            throw new ArgumentException($"The ensemble has the blobs [{string.Join(", ", state.BlobNames)}], but the density gives [{string.Join(", ", LogDensity.BlobNames)}].", name);
    }
}
