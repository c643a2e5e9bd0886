using System.Diagnostics;
using Shared.Tensors;

namespace Layg;

public sealed partial class Learner
{
    // Sizes at which the rule asked for a training that has not run yet. Every one runs, on exactly its points, so that the
    // trainings depend on the order of the points alone and not on how long a training takes.
    private readonly Queue<int> _due = new();
    private int _lastScheduled;
    private bool _training;
    private int? _runningSize;
    private Task _backgroundTraining = Task.CompletedTask;

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
    /// <param name="cancellationToken">Ends the training early; the learner keeps the emulator it had.</param>
    /// <exception cref="InvalidOperationException">Nothing was learnt yet.</exception>
    /// <exception cref="EmulatorFitException">The points do not suffice; the learner keeps the emulator it had.</exception>
    public void Train(CancellationToken cancellationToken = default)
    {
        TrainingSet points;
        lock (_gate)
        {
            while (_training)
                Monitor.Wait(_gate);
            if (_store.Count == 0)
                throw new InvalidOperationException("There is nothing to train on; evaluate the function or add data first.");
            _training = true;
            points = _store.ToTrainingSet(_store.Count, InputDimension, _outputDimension);
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

        TrainDue();
    }

    private void ScheduleIfDueLocked()
    {
        int count = _store.Count;
        bool due = _lastScheduled == 0 ? count >= _options.InitialTrainingThreshold : count >= _options.RetrainGrowth * _lastScheduled;
        if (!due)
            return;
        _lastScheduled = count;
        _due.Enqueue(count);
    }

    /// <summary>How many more points bring the next training.</summary>
    private int PointsUntilTraining()
    {
        lock (_gate)
        {
            double next = _lastScheduled == 0 ? _options.InitialTrainingThreshold : Math.Ceiling(_options.RetrainGrowth * _lastScheduled);
            return (int)Math.Clamp(next - _store.Count, 1, int.MaxValue);
        }
    }

    private void TrainDue()
    {
        lock (_gate)
        {
            if (_training || _due.Count == 0)
                return;
            _training = true;
            if (_options.BackgroundTraining)
            {
                _backgroundTraining = Task.Run(RunDueTrainings);
                return;
            }
        }

        RunDueTrainings();
    }

    private void RunDueTrainings()
    {
        bool ended = false;
        try
        {
            while (true)
            {
                TrainingSet points;
                lock (_gate)
                {
                    _runningSize = null;
                    if (!_due.TryDequeue(out int size))
                    {
                        ended = true;
                        EndTraining();
                        return;
                    }

                    _runningSize = size;
                    points = _store.ToTrainingSet(size, InputDimension, _outputDimension);
                }

                try
                {
                    TrainOn(points, CancellationToken.None);
                }
                catch (EmulatorFitException exception)
                {
                    LogCannotFit(_logger, points.Count, exception.Message);
                }
            }
        }
        finally
        {
            if (!ended)
                EndTraining();
        }
    }

    private void EndTraining()
    {
        lock (_gate)
        {
            _training = false;
            _runningSize = null;
            Monitor.PulseAll(_gate);
        }
    }

    private void TrainOn(TrainingSet points, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        IFittedEmulator fitted;
        int heldOut;
        try
        {
            (fitted, heldOut) = Fit(points, cancellationToken);
        }
        catch (Exception exception)
        {
            if (exception is not OperationCanceledException)
                _counters.CountFailedTraining(TicksSince(start));
            if (exception is not (EmulatorFitException or OperationCanceledException))
                LogTrainingFailed(_logger, exception, points.Count);
            throw;
        }

        lock (_gate)
            _model = new Model(InsertLaterPointsLocked(fitted, points.Count), points.Count, new ErrorAudit(_options.AuditLevel), ErrorBudget.Of(_options));
        TimeSpan duration = Stopwatch.GetElapsedTime(start);
        _counters.CountTraining(TicksSince(start));
        _instruments.Training(duration.TotalSeconds);
        LogTrained(_logger, points.Count, heldOut, duration.TotalSeconds);
        Trained?.Invoke(this, new TrainingReport(points.Count, heldOut, duration));
    }

    private (IFittedEmulator Fitted, int HeldOut) Fit(TrainingSet points, CancellationToken cancellationToken)
    {
        FitContext context = ContextFor(points.Count, cancellationToken);
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
    private FitContext ContextFor(int points, CancellationToken cancellationToken) =>
        new(new RandomStream(_options.Seed).Split("training", points))
        {
            MaxDegreeOfParallelism = _options.MaxDegreeOfParallelism,
            Logger = _logger,
            CancellationToken = cancellationToken,
            Previous = _model?.Fitted,
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
