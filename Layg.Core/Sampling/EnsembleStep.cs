using System.Globalization;

namespace Layg.Sampling;

/// <summary>Makes one step of an ensemble after another: each half of the walkers moves, given where the other half is.</summary>
internal sealed class EnsembleStep
{
    private readonly ILogDensity _density;
    private readonly EnsembleOptions _options;
    private readonly EnsemblePositions _positions;
    private readonly EnsembleDraws _draws;
    private readonly int _dimension;
    private readonly int _walkers;
    private readonly int _blobCount;
    private readonly double[] _cumulativeWeights;
    private readonly bool[] _accepted;

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

    /// <summary>Prepares steps.</summary>
    /// <param name="density">The target.</param>
    /// <param name="options">Moves and split.</param>
    /// <param name="positions">Where the walkers are; every step moves them.</param>
    /// <param name="draws">The random streams of walkers and ensemble.</param>
    /// <exception cref="ArgumentException">A move does not suit the dimension or the number of walkers.</exception>
    public EnsembleStep(ILogDensity density, EnsembleOptions options, EnsemblePositions positions, EnsembleDraws draws)
    {
        _density = density;
        _options = options;
        _positions = positions;
        _draws = draws;
        _dimension = density.Dimension;
        _walkers = positions.LogDensities.Length;
        _blobCount = density.BlobNames.Count;
        _cumulativeWeights = new double[options.Moves.Count];
        double sum = 0;
        for (int i = 0; i < options.Moves.Count; i++)
        {
            options.Moves[i].Move.Check(_dimension, _walkers / 2);
            _cumulativeWeights[i] = sum += options.Moves[i].Weight;
        }

        _accepted = new bool[_walkers];
        (_halves, _active, _others) = (new byte[_walkers], new int[_walkers], new int[_walkers]);
        (_otherPositions, _proposals) = (new double[_walkers * _dimension], new double[_walkers * _dimension]);
        (_proposedLogDensities, _proposedBlobs) = (new double[_walkers], new double[_walkers * _blobCount]);
        _margins = new double[_walkers];
        _current = new EnsemblePositions(density is IDecisionAwareLogDensity ? _walkers : 0, _dimension, _blobCount);
        _delayed = density is ISurrogateLogDensity surrogate ? new DelayedAcceptance(surrogate, _walkers) : null;
    }

    /// <summary>Which walkers accepted their proposal in the last step.</summary>
    public ReadOnlySpan<bool> Accepted => _accepted;

    /// <summary>Makes the step. Where it throws, positions and random streams are left in the middle of it.</summary>
    public void Make(CancellationToken cancellationToken)
    {
        Array.Clear(_accepted);
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
        ReadOnlySpan<double> points = _proposals.AsSpan(0, count * _dimension);
        Span<double> blobs = _proposedBlobs.AsSpan(0, count * _blobCount);
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
                _current.Blobs.AsSpan(0, count * _blobCount)),
            logDensities, blobs, cancellationToken);
        InvalidLogDensityException.ThrowIfAny(currentLogDensities, _active, _current.Points);
        for (int i = 0; i < count; i++)
            _positions.Move(_active[i], _current.Point(i), currentLogDensities[i], _current.Blob(i));
    }

    private void Accept(int index)
    {
        int walker = _active[index];
        _positions.Move(
            walker, _proposals.AsSpan(index * _dimension, _dimension), _proposedLogDensities[index], _proposedBlobs.AsSpan(index * _blobCount, _blobCount));
        _accepted[walker] = true;
    }
}
