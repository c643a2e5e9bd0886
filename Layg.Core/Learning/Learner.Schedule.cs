namespace Layg;

public sealed partial class Learner
{
    // Sizes at which the rule asked for a training that has not run yet. Every one runs, on exactly its points, so that the
    // trainings depend on the order of the points alone and not on how long a training takes.
    private readonly Queue<int> _due = new();
    private int _lastScheduled;
    private bool _training;
    private int _trainingThread;
    private int? _runningSize;
    private bool _inBackground;
    private Task _backgroundTraining = Task.CompletedTask;

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
}
