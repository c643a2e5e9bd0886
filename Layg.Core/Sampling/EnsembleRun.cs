using System.Globalization;

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
    private readonly double[] _cumulativeWeights;

    private readonly EnsemblePositions _positions;
    private readonly long[] _accepted;
    private readonly bool[] _acceptedNow;

    private readonly byte[] _halves;
    private readonly int[] _active;
    private readonly int[] _others;
    private readonly double[] _otherPositions;
    private readonly double[] _proposals;
    private readonly double[] _proposedLogDensities;
    private readonly double[] _proposedBlobs;
    private readonly double[] _margins;
    private readonly EnsemblePositions _current;
    private readonly DelayedAcceptance? _delayed;

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
        _cumulativeWeights = new double[options.Moves.Count];
        double sum = 0;
        for (int i = 0; i < options.Moves.Count; i++)
        {
            options.Moves[i].Move.Check(_dimension, walkers / 2);
            _cumulativeWeights[i] = sum += options.Moves[i].Weight;
        }

        int numbers = walkers * _dimension;
        int blobNumbers = walkers * _blobNames.Count;
        _record = new ChainRecord(walkers, _dimension, _blobNames.Count);
        _positions = new EnsemblePositions(walkers, _dimension, _blobNames.Count);
        (_accepted, _acceptedNow) = (new long[walkers], new bool[walkers]);
        (_halves, _active, _others) = (new byte[walkers], new int[walkers], new int[walkers]);
        (_otherPositions, _proposals) = (new double[numbers], new double[numbers]);
        (_proposedLogDensities, _proposedBlobs) = (new double[walkers], new double[blobNumbers]);
        _margins = new double[walkers];
        _current = new EnsemblePositions(density is IDecisionAwareLogDensity ? walkers : 0, _dimension, _blobNames.Count);
        _delayed = density is ISurrogateLogDensity surrogate ? new DelayedAcceptance(surrogate, walkers) : null;
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
        Array.Clear(_acceptedNow);
        bool done = false;
        try
        {
            MakeStep(cancellationToken);
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

    private void MakeStep(CancellationToken cancellationToken)
    {
        IEnsembleMove move = _options.Moves[_draws.ChooseMove(_cumulativeWeights)].Move;
        _draws.AssignHalves(_halves, _options.Split);
        for (byte half = 0; half < 2; half++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            MoveHalf(half, move, cancellationToken);
        }
    }

    private void MoveHalf(byte half, IEnsembleMove move, CancellationToken cancellationToken)
    {
        int count = Divide(half);
        Propose(count, move);
        if (_delayed is not null)
        {
            count = _delayed.Screen(_active.AsSpan(0, count), _positions.Points, _proposals, _margins, _draws, cancellationToken);
            if (count == 0)
                return;
        }

        Span<double> logDensities = _proposedLogDensities.AsSpan(0, count);
        EvaluateProposals(logDensities, cancellationToken);
        InvalidLogDensityException.ThrowIfAny(logDensities, _active, _proposals);
        for (int i = 0; i < count; i++)
        {
            double current = _positions.LogDensities[_active[i]];
            if (logDensities[i] > (double.IsNegativeInfinity(current) ? current : current + _margins[i]))
                Accept(i);
        }
    }

    /// <summary>Lists the walkers of one half, and copies the positions of the other half side by side.</summary>
    private int Divide(byte half)
    {
        int active = 0;
        int others = 0;
        for (int walker = 0; walker < _walkers; walker++)
        {
            if (_halves[walker] == half)
            {
                _active[active++] = walker;
                continue;
            }

            _positions.Point(walker).CopyTo(_otherPositions.AsSpan(others * _dimension));
            _others[others++] = walker;
        }

        return active;
    }

    private void Propose(int count, IEnsembleMove move)
    {
        ReadOnlySpan<int> otherWalkers = _others.AsSpan(0, _walkers - count);
        ReadOnlySpan<double> others = _otherPositions.AsSpan(0, otherWalkers.Length * _dimension);
        for (int i = 0; i < count; i++)
        {
            int walker = _active[i];
            Span<double> proposal = _proposals.AsSpan(i * _dimension, _dimension);
            var context = new MoveContext(walker, _positions.Point(walker), others, otherWalkers, _draws.Walker(walker));
            double factor = move.Propose(context, proposal);
            if (double.IsNaN(factor))
                throw new InvalidOperationException($"{move.GetType().Name} returned NaN as the correction of a proposal of walker {walker}.");
            for (int j = 0; j < _dimension; j++)
            {
                if (!double.IsFinite(proposal[j]))
                    throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{move.GetType().Name} proposed coordinate {j} = {proposal[j]} for walker {walker} at {PointText.Of(context.Current)}. Is the density normalisable?"));
            }

            _margins[i] = Math.Log(_draws.Acceptance(walker)) - factor;
        }
    }

    private void EvaluateProposals(Span<double> logDensities, CancellationToken cancellationToken)
    {
        int count = logDensities.Length;
        int blobCount = _blobNames.Count;
        ReadOnlySpan<double> points = _proposals.AsSpan(0, count * _dimension);
        Span<double> blobs = _proposedBlobs.AsSpan(0, count * blobCount);
        // A density that forgets to write a number is found out.
        logDensities.Fill(double.NaN);
        blobs.Fill(double.NaN);
        if (_density is not IDecisionAwareLogDensity decisionAware)
        {
            _density.Evaluate(points, logDensities, blobs, cancellationToken);
            return;
        }

        for (int i = 0; i < count; i++)
        {
            int walker = _active[i];
            _current.Move(i, _positions.Point(walker), _positions.LogDensities[walker], _positions.Blob(walker));
        }

        Span<double> currentLogDensities = _current.LogDensities.AsSpan(0, count);
        decisionAware.Evaluate(
            new ProposalBatch(
                points, _margins.AsSpan(0, count), _current.Points.AsSpan(0, count * _dimension), currentLogDensities,
                _current.Blobs.AsSpan(0, count * blobCount)),
            logDensities, blobs, cancellationToken);
        InvalidLogDensityException.ThrowIfAny(currentLogDensities, _active, _current.Points);
        for (int i = 0; i < count; i++)
            _positions.Move(_active[i], _current.Point(i), currentLogDensities[i], _current.Blob(i));
    }

    private void Accept(int index)
    {
        int walker = _active[index];
        int blobs = _blobNames.Count;
        _positions.Move(
            walker, _proposals.AsSpan(index * _dimension, _dimension), _proposedLogDensities[index], _proposedBlobs.AsSpan(index * blobs, blobs));
        _acceptedNow[walker] = true;
    }

    private void EvaluateStart(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Array.Fill(_positions.LogDensities, double.NaN);
        Array.Fill(_positions.Blobs, double.NaN);
        _density.Evaluate(_positions.Points, _positions.LogDensities, _positions.Blobs, cancellationToken);
        for (int walker = 0; walker < _walkers; walker++)
            _active[walker] = walker;
        InvalidLogDensityException.ThrowIfAny(_positions.LogDensities, _active, _positions.Points);
        if (Array.TrueForAll(_positions.LogDensities, double.IsNegativeInfinity))
            throw new ArgumentException("Every walker starts where the log-density is negative infinity: start where the density is not zero.", "start");
    }

    private void Commit()
    {
        _step++;
        _stepsMade++;
        for (int walker = 0; walker < _walkers; walker++)
            _accepted[walker] += _acceptedNow[walker] ? 1 : 0;
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
