namespace Layg.Sampling;

/// <summary>The positions of an ensemble, step after step, with their log-densities and blobs. Immutable.</summary>
/// <remarks>
/// | name | shape |
/// |---|---|
/// | <see cref="Positions"/> | [<see cref="Steps"/>, <see cref="Walkers"/>, <see cref="Dimension"/>] |
/// | <see cref="LogDensities"/> | [<see cref="Steps"/>, <see cref="Walkers"/>] |
/// | <see cref="Blobs"/> | [<see cref="Steps"/>, <see cref="Walkers"/>, number of <see cref="BlobNames"/>] |
///
/// A rejected proposal repeats the walker's position, log-density and blobs.
/// </remarks>
public sealed class Chain
{
    private readonly ReadOnlyMemory<double> _positions;
    private readonly ReadOnlyMemory<double> _logDensities;
    private readonly ReadOnlyMemory<double> _blobs;
    private readonly long[] _accepted;

    internal Chain(ChainRecord record, EnsembleState last, int thin, long stepsMade, long[] accepted, bool isComplete)
    {
        _positions = record.Positions;
        _logDensities = record.LogDensities;
        _blobs = record.Blobs;
        _accepted = accepted;
        Steps = record.Count;
        Last = last;
        Thin = thin;
        StepsMade = stepsMade;
        IsComplete = isComplete;
    }

    /// <summary>How many steps are stored.</summary>
    public int Steps { get; }

    /// <summary>How many steps were made, stored or not.</summary>
    public long StepsMade { get; }

    /// <summary>Every how many steps one is stored.</summary>
    public int Thin { get; }

    /// <summary>How many walkers (W).</summary>
    public int Walkers => Last.Walkers;

    /// <summary>Numbers per point (n).</summary>
    public int Dimension => Last.Dimension;

    /// <summary>The blobs' names.</summary>
    public IReadOnlyList<string> BlobNames => Last.BlobNames;

    /// <summary>Whether all steps asked for were made; false where the run was cancelled or ended with an exception.</summary>
    public bool IsComplete { get; }

    /// <summary>Where the ensemble stands after the last step, random streams included.</summary>
    public EnsembleState Last { get; }

    /// <summary>The walkers' positions: [steps, walkers, dimension].</summary>
    public ReadOnlySpan<double> Positions => _positions.Span;

    /// <summary>The log-densities: [steps, walkers].</summary>
    public ReadOnlySpan<double> LogDensities => _logDensities.Span;

    /// <summary>The blobs: [steps, walkers, number of names].</summary>
    public ReadOnlySpan<double> Blobs => _blobs.Span;

    /// <summary>The share of its proposals that each walker accepted: [walkers]. NaN where no step was made.</summary>
    public IReadOnlyList<double> AcceptanceFractions => Array.ConvertAll(_accepted, count => (double)count / StepsMade);

    /// <summary>The share of all proposals that was accepted. NaN where no step was made.</summary>
    public double AcceptanceFraction => (double)_accepted.Sum() / (StepsMade * Walkers);

    internal ReadOnlySpan<long> AcceptedCounts => _accepted;

    /// <summary>Where a walker stood after a stored step: [dimension].</summary>
    /// <param name="step">Which stored step, from 0.</param>
    /// <param name="walker">Which walker, from 0.</param>
    public ReadOnlySpan<double> Position(int step, int walker) => Positions.Slice(Index(step, walker) * Dimension, Dimension);

    /// <summary>A walker's log-density after a stored step.</summary>
    /// <param name="step">Which stored step, from 0.</param>
    /// <param name="walker">Which walker, from 0.</param>
    public double LogDensity(int step, int walker) => LogDensities[Index(step, walker)];

    /// <summary>A walker's blobs after a stored step: [number of names].</summary>
    /// <param name="step">Which stored step, from 0.</param>
    /// <param name="walker">Which walker, from 0.</param>
    public ReadOnlySpan<double> Blob(int step, int walker) => Blobs.Slice(Index(step, walker) * BlobNames.Count, BlobNames.Count);

    /// <summary>Copies one coordinate out of the chain, as the estimators want it.</summary>
    /// <param name="parameter">Which coordinate, from 0.</param>
    /// <param name="discard">How many stored steps to leave out at the beginning (burn-in). Range: 0 to <see cref="Steps"/>.</param>
    /// <returns>The coordinate: [steps - discard, walkers].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public double[] Parameter(int parameter, int discard = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(parameter);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(parameter, Dimension);
        ThrowIfOutside(discard);
        var series = new double[(Steps - discard) * Walkers];
        ReadOnlySpan<double> positions = Positions[(discard * Walkers * Dimension)..];
        for (int i = 0; i < series.Length; i++)
            series[i] = positions[i * Dimension + parameter];
        return series;
    }

    /// <summary>Puts all walkers' positions into one list of samples, step after step.</summary>
    /// <param name="discard">How many stored steps to leave out at the beginning (burn-in). Range: 0 to <see cref="Steps"/>.</param>
    /// <param name="thin">Takes the last of every so many stored steps. Range: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public SampleSet Flatten(int discard = 0, int thin = 1)
    {
        ThrowIfOutside(discard);
        ArgumentOutOfRangeException.ThrowIfLessThan(thin, 1);
        return new SampleSet(
            Dimension, BlobNames, Select(Positions, Walkers * Dimension, discard, thin), Select(LogDensities, Walkers, discard, thin),
            Select(Blobs, Walkers * BlobNames.Count, discard, thin));
    }

    /// <summary>Estimates the integrated autocorrelation time of each coordinate, in steps made.</summary>
    /// <param name="discard">How many stored steps to leave out at the beginning (burn-in). Range: 0 to <see cref="Steps"/>.</param>
    /// <param name="windowFactor">The window is the smallest one of at least so many autocorrelation times (c). Range: above 0. Default: 5.</param>
    /// <returns>The times, and whether the chain is long enough to trust them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public AutocorrelationTime AutocorrelationTime(int discard = 0, double windowFactor = Autocorrelation.DefaultWindowFactor)
    {
        var times = new double[Dimension];
        for (int i = 0; i < Dimension; i++)
            times[i] = Thin * Autocorrelation.IntegratedTime(Parameter(i, discard), Walkers, windowFactor);
        return new AutocorrelationTime(times, (long)(Steps - discard) * Thin, Walkers);
    }

    /// <summary>
    /// How much the two halves of the walkers' series disagree, for each coordinate: 1 at convergence, and worth a longer run above
    /// 1.01. See <see cref="Convergence.RHat"/>.
    /// </summary>
    /// <param name="discard">How many stored steps to leave out at the beginning (burn-in). Range: 0 to <see cref="Steps"/>.</param>
    /// <returns>Rank-normalised split R̂: [dimension].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public double[] RHat(int discard = 0)
    {
        var values = new double[Dimension];
        for (int i = 0; i < Dimension; i++)
            values[i] = Convergence.RHat(Parameter(i, discard), Walkers);
        return values;
    }

    private static double[] Select(ReadOnlySpan<double> numbers, int perStep, int discard, int thin)
    {
        if (perStep == 0)
            return [];
        int count = (numbers.Length / perStep - discard) / thin;
        var selected = new double[count * perStep];
        for (int i = 0; i < count; i++)
            numbers.Slice((discard + (i + 1) * thin - 1) * perStep, perStep).CopyTo(selected.AsSpan(i * perStep));
        return selected;
    }

    private int Index(int step, int walker)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, Steps);
        ArgumentOutOfRangeException.ThrowIfNegative(walker);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(walker, Walkers);
        return step * Walkers + walker;
    }

    private void ThrowIfOutside(int discard)
    {
        if (discard < 0 || discard > Steps)
            throw new ArgumentOutOfRangeException(nameof(discard), discard, $"The chain has {Steps} stored steps; between 0 and all of them can be discarded.");
    }
}
