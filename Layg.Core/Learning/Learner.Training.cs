using System.Diagnostics;
using Shared.Tensors;

namespace Layg;

public sealed partial class Learner
{
    /// <summary>
    /// Completes when no background training is running. Faulted if the last one threw something other than
    /// <see cref="EmulatorFitException"/>.
    /// </summary>
    public Task WhenTrained
    {
        get
        {
            lock (_gate)
                return _backgroundTraining;
        }
    }

    /// <summary>Trains on everything learnt so far, after any training that is running. The growth rule counts from here.</summary>
    /// <param name="cancellationToken">Ends the wait or the training early; the learner keeps the emulator it had.</param>
    /// <exception cref="InvalidOperationException">Nothing was learnt yet, or the call comes from inside a fit of this learner's emulator.</exception>
    /// <exception cref="EmulatorFitException">The points do not suffice; the learner keeps the emulator it had.</exception>
    public void Train(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        TrainingSet points;
        using (cancellationToken.UnsafeRegister(static gate => Wake(gate!), _gate))
        {
            lock (_gate)
            {
                WaitForTrainingLocked(nameof(Train), cancellationToken);
                if (_store.Count == 0)
                    throw new InvalidOperationException("There is nothing to train on; evaluate the function or add data first.");
                points = BeginTrainingLocked(_store.Count);
            }
        }

        try
        {
            TrainOn(points, cancellationToken);
            lock (_gate)
            {
                _lastScheduled = Math.Max(_lastScheduled, points.Count);
                while (_due.TryPeek(out int size) && size <= points.Count)
                    _due.Dequeue();
            }
        }
        finally
        {
            EndTraining();
        }

        Report();
        TrainDue();
    }

    private void TrainOn(TrainingSet points, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        IFittedEmulator fitted;
        int heldOut;
        try
        {
            (fitted, heldOut) = Fit(points, _model?.Fitted, cancellationToken);
        }
        catch (Exception exception)
        {
            if (exception is not OperationCanceledException)
                _counters.CountFailedTraining(TicksSince(start));
            if (exception is not (EmulatorFitException or OperationCanceledException))
                LogTrainingFailed(_logger, exception, points.Count);
            throw;
        }

        TimeSpan duration;
        lock (_gate)
        {
            _model = new Model(InsertLaterPointsLocked(fitted, points.Count), points.Count, new ErrorAudit(_options.AuditLevel), ErrorBudget.Of(_options));
            duration = Stopwatch.GetElapsedTime(start);
            _counters.CountTraining(TicksSince(start));
            _reports.Enqueue(new TrainingReport(points.Count, heldOut, duration));
        }

        _instruments.Training(duration.TotalSeconds);
        LogTrained(_logger, points.Count, heldOut, duration.TotalSeconds);
    }

    private (IFittedEmulator Fitted, int HeldOut) Fit(TrainingSet points, IFittedEmulator? previous, CancellationToken cancellationToken)
    {
        FitContext context = ContextFor(points.Count, previous, cancellationToken);
        if (_options.Calibration == CalibrationScheme.LeaveOneOut && _emulator is ILeaveOneOutEmulator leaveOneOut)
            return (leaveOneOut.Fit(points, context), 0);

        (TrainingSet training, TrainingSet heldOut) = points.Split(_options.CalibrationFraction, context.Random.Split("held out"));
        if (training.Count == 0 || heldOut.Count == 0)
            throw new EmulatorFitException($"{points.Count} points split into {training.Count} to train on and {heldOut.Count} held out; both parts need points.");
        IFittedEmulator fitted = _emulator.Fit(training, heldOut, context);
        return (InsertPoints(fitted, heldOut, 0), heldOut.Count);
    }

    /// <summary>Inserts the points of a set from one on, where insertion is wanted and the emulator can.</summary>
    private IFittedEmulator InsertPoints(IFittedEmulator fitted, TrainingSet points, int from)
    {
        if (!_options.IncrementalInsertion || fitted is not IIncrementalEmulator growing)
            return fitted;
        for (int i = from; i < points.Count; i++)
            growing = growing.Insert(points.Input(i), points.Output(i));
        return growing;
    }

    /// <summary>The context of the training on a number of points: its random stream depends on the seed and that number alone.</summary>
    private FitContext ContextFor(int points, IFittedEmulator? previous, CancellationToken cancellationToken) =>
        new(new RandomStream(_options.Seed).Split("training", points))
        {
            MaxDegreeOfParallelism = _options.MaxDegreeOfParallelism,
            Logger = _logger,
            CancellationToken = cancellationToken,
            Previous = previous,
        };

    // Points learnt while the training ran; it has not seen them.
    private IFittedEmulator InsertLaterPointsLocked(IFittedEmulator fitted, int trainedPoints)
    {
        if (!_options.IncrementalInsertion || fitted is not IIncrementalEmulator growing)
            return fitted;
        for (int i = trainedPoints; i < _store.Count; i++)
            growing = growing.Insert(_store[i].X, _store[i].Y);
        return growing;
    }
}
