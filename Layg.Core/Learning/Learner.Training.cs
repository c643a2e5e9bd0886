using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Shared.Tensors;

namespace Layg;

public sealed partial class Learner
{
    // Sizes at which the rule asked for a training that has not run yet. Every one runs, on exactly its points, so that the
    // trainings depend on the order of the points alone and not on how long a training takes.
    private readonly Queue<int> _due = new();
    private readonly Queue<TrainingReport> _reports = new();
    private int _lastScheduled;
    private bool _training;
    private int _trainingThread;
    private int? _runningSize;
    private bool _reporting;
    private bool _inBackground;
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
        if (!_options.BackgroundTraining)
        {
            RunDueTrainings();
            return;
        }

        lock (_gate)
        {
            if (_inBackground || _due.Count == 0)
                return;
            _inBackground = true;
            _backgroundTraining = Task.Run(RunInBackground);
        }
    }

    private void RunInBackground()
    {
        try
        {
            RunDueTrainings();
        }
        catch
        {
            lock (_gate)
                _inBackground = false;
            throw;
        }
    }

    private void RunDueTrainings()
    {
        while (BeginDueTraining() is { } points)
        {
            try
            {
                TrainOn(points, CancellationToken.None);
            }
            catch (EmulatorFitException exception)
            {
                LogCannotFit(_logger, points.Count, exception.Message);
            }
            finally
            {
                EndTraining();
            }

            Report();
        }
    }

    /// <summary>Begins the next training that is due; null where there is none, the learner is frozen or disposed, or a training is running whose thread will go on with what is due.</summary>
    private TrainingSet? BeginDueTraining()
    {
        lock (_gate)
        {
            if (_training || _disposed || _frozen || !_due.TryDequeue(out int size))
            {
                _inBackground = false;
                return null;
            }

            _runningSize = size;
            return BeginTrainingLocked(size);
        }
    }

    private TrainingSet BeginTrainingLocked(int size)
    {
        TrainingSet points = _store.ToTrainingSet(size, InputDimension, _outputDimension);
        (_training, _trainingThread) = (true, Environment.CurrentManagedThreadId);
        return points;
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

    /// <summary>Waits until no training runs. The caller holds the gate, and pulses it where the token is cancelled.</summary>
    private void WaitForTrainingLocked(string caller, CancellationToken cancellationToken)
    {
        while (_training)
        {
            if (_trainingThread == Environment.CurrentManagedThreadId)
                throw new InvalidOperationException($"{caller} was called from inside a training of the same learner, whose end it would wait for.");
            cancellationToken.ThrowIfCancellationRequested();
            Monitor.Wait(_gate);
        }
    }

    private static void Wake(object gate)
    {
        lock (gate)
            Monitor.PulseAll(gate);
    }

    /// <summary>
    /// Raises <see cref="Trained"/> for finished trainings, in their order and one at a time. No training is held up by a handler, so that
    /// handlers may train and load; what they train is reported when they have returned.
    /// </summary>
    private void Report()
    {
        lock (_gate)
        {
            if (_reporting)
                return;
            _reporting = true;
        }

        Exception? failure = null;
        while (NextReport() is { } report)
        {
            try
            {
                Trained?.Invoke(this, report);
            }
            catch (Exception exception)
            {
                failure ??= exception;
            }
        }

        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    private TrainingReport? NextReport()
    {
        lock (_gate)
        {
            if (_reports.TryDequeue(out TrainingReport? report))
                return report;
            _reporting = false;
            return null;
        }
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
