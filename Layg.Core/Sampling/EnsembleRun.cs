namespace Layg.Sampling;

/// <summary>
/// An ensemble under way: advanced by and by, until its chain is good enough.
/// </summary>
/// <remarks>
/// A step is made wholly or not at all. Where the density throws or the run is cancelled, the unfinished step is undone, random
/// streams included: the chain made so far stays, and the next <see cref="Advance"/> goes on as if nothing had happened. One thread at
/// a time.
/// </remarks>
/// <example>
/// <code>
/// EnsembleRun run = sampler.Start(start);
/// while (!run.Chain.AutocorrelationTime().IsTrustworthy &amp;&amp; run.Advance(1000)) ;
/// </code>
/// </example>
public sealed class EnsembleRun
{
    private readonly ILogDensity _density;
    private readonly EnsembleOptions _options;
    private readonly EnsembleDraws _draws;
    private readonly ChainRecord _record;
    private readonly IReadOnlyList<string> _blobNames;
    private readonly int _dimension;
    private readonly int _walkers;
    private readonly EnsemblePositions _positions;
    private readonly EnsembleStep _making;
    private readonly long[] _accepted;

    private long _step;
    private long _stepsMade;
    private bool _isComplete = true;

    internal EnsembleRun(ILogDensity density, EnsembleOptions options, double[] start, EnsembleDraws draws, CancellationToken cancellationToken)
        : this(density, options, start.Length / density.Dimension, draws)
    {
        start.CopyTo(_positions.Points, 0);
        EvaluateStart(cancellationToken);
    }

    internal EnsembleRun(ILogDensity density, EnsembleOptions options, EnsembleState state, Chain? previous)
        : this(density, options, state.Walkers, new EnsembleDraws(state))
    {
        state.Positions.CopyTo(_positions.Points);
        state.LogDensities.CopyTo(_positions.LogDensities);
        state.Blobs.CopyTo(_positions.Blobs);
        _step = state.Step;
        if (previous is null)
            return;
        _record.AppendAll(previous);
        _stepsMade = previous.StepsMade;
        previous.AcceptedCounts.CopyTo(_accepted);
    }

    private EnsembleRun(ILogDensity density, EnsembleOptions options, int walkers, EnsembleDraws draws)
    {
        _density = density;
        _options = options;
        _draws = draws;
        _walkers = walkers;
        _dimension = density.Dimension;
        _blobNames = [.. density.BlobNames];
        _record = new ChainRecord(walkers, _dimension, _blobNames.Count);
        _positions = new EnsemblePositions(walkers, _dimension, _blobNames.Count);
        _making = new EnsembleStep(density, options, _positions, draws);
        _accepted = new long[walkers];
    }

    /// <summary>The chain made so far. It does not change when the run goes on.</summary>
    public Chain Chain => new(_record, State, _options.Thin, _stepsMade, [.. _accepted], _isComplete);

    /// <summary>Where the ensemble stands.</summary>
    public EnsembleState State => new(
        _dimension, _blobNames, _step, [.. _positions.Points], [.. _positions.LogDensities], [.. _positions.Blobs], _draws.WalkerStates(), _draws.EnsembleState);

    /// <summary>Makes steps.</summary>
    /// <param name="steps">How many. Range: at least 0.</param>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellationToken">Ends the call early, after the last whole step.</param>
    /// <returns>Whether all steps were made; false where the call was cancelled.</returns>
    /// <exception cref="InvalidLogDensityException">A log-density was NaN or positive infinity.</exception>
    public bool Advance(int steps, IProgress<SamplerProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        _record.Reserve((_step + steps) / _options.Thin - _step / _options.Thin);
        _isComplete = false;
        for (int made = 1; made <= steps; made++)
        {
            if (cancellationToken.IsCancellationRequested || !TryStep(cancellationToken))
                return false;
            progress?.Report(new SamplerProgress(made, steps, AcceptanceFraction()));
        }

        _isComplete = true;
        return true;
    }

    private bool TryStep(CancellationToken cancellationToken)
    {
        _positions.Save();
        _draws.Save();
        bool done = false;
        try
        {
            _making.Make(cancellationToken);
            done = true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            if (!done)
            {
                _positions.Restore();
                _draws.Restore();
            }
        }

        Commit();
        return true;
    }

    private void EvaluateStart(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Array.Fill(_positions.LogDensities, double.NaN);
        Array.Fill(_positions.Blobs, double.NaN);
        _density.Evaluate(_positions.Points, _positions.LogDensities, _positions.Blobs, cancellationToken);
        InvalidLogDensityException.ThrowIfAny(_positions.LogDensities, [.. Enumerable.Range(0, _walkers)], _positions.Points);
        if (Array.TrueForAll(_positions.LogDensities, double.IsNegativeInfinity))
            throw new ArgumentException("Every walker starts where the log-density is negative infinity: start where the density is not zero.", "start");
    }

    private void Commit()
    {
        _step++;
        _stepsMade++;
        for (int walker = 0; walker < _walkers; walker++)
            _accepted[walker] += _making.Accepted[walker] ? 1 : 0;
        if (_step % _options.Thin == 0)
            _record.Append(_positions.Points, _positions.LogDensities, _positions.Blobs);
    }

    private double AcceptanceFraction()
    {
        long sum = 0;
        foreach (long count in _accepted)
            sum += count;
        return (double)sum / (_stepsMade * _walkers);
    }
}
