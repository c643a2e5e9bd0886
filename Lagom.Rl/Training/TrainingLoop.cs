using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lagom.Rl;

/// <summary>
/// Trains an algorithm: advances it piece by piece, evaluates its policy in environments of their own, stops where the return is reached,
/// saves checkpoints and goes on from them, and leaves a video and a report.
/// </summary>
/// <remarks>
/// A run that was ended in any way, a crash included, and goes on from its checkpoint gives bit for bit what it would have given
/// undisturbed, where the algorithm and the environments repeat themselves. Handlers of events run between the pieces, on the thread that
/// trains; what they throw ends the training and passes unwrapped.
/// </remarks>
public sealed class TrainingLoop
{
    private readonly IAlgorithm _algorithm;
    private readonly EnvironmentRegistry _registry;
    private readonly string _environmentId;
    private readonly TrainingOptions _options;
    private readonly TrainingFolder? _folder;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly long _evaluateEvery;
    private readonly List<EvaluationPoint> _evaluations = [];
    private readonly TrainingCurve _curve = new();
    private readonly List<IMetricSink> _logs = [];
    private RecentReturns _recent = new();
    private IEnvironmentBatch? _evaluationEnvironments;
    private long _episodes;
    private long _startStep;
    private long _startTime;
    private volatile bool _isStopRequested;

    /// <summary>Prepares a training; nothing is written yet.</summary>
    /// <param name="algorithm">What is trained. The caller disposes of it.</param>
    /// <param name="registry">Makes the environments of evaluations.</param>
    /// <param name="environmentId">What it is trained and evaluated on, such as "CartPole-v1".</param>
    /// <param name="options">How long, and what is left behind.</param>
    /// <param name="logger">Is told of evaluations and checkpoints; null for nobody.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">An option is out of range, or there is no such environment.</exception>
    public TrainingLoop(
        IAlgorithm algorithm, EnvironmentRegistry registry, string environmentId, TrainingOptions options, ILogger? logger = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        registry.Spec(environmentId);
        (_algorithm, _registry, _environmentId, _options) = (algorithm, registry, environmentId, options);
        _folder = options.Folder is { } folder ? new TrainingFolder(folder) : null;
        _logger = logger ?? NullLogger.Instance;
        _time = time ?? TimeProvider.System;
        _evaluateEvery = options.EvaluateEvery ?? Math.Max(1, options.TotalSteps / 20);
    }

    /// <summary>Follows each piece of learning.</summary>
    public event EventHandler<TrainingUpdate>? Updated;

    /// <summary>Follows each evaluation.</summary>
    public event EventHandler<EvaluationPoint>? Evaluated;

    /// <summary>Follows each checkpoint, with its path.</summary>
    public event EventHandler<string>? CheckpointSaved;

    /// <summary>Ends the training after the piece under way, as if all steps were taken. Thread-safe.</summary>
    public void Stop() => _isStopRequested = true;

    /// <summary>Trains on a thread of the pool.</summary>
    /// <inheritdoc cref="Run"/>
    public Task<TrainingResult> RunAsync(IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => Run(progress, cancellationToken), cancellationToken);

    /// <summary>Trains. Call it once.</summary>
    /// <param name="progress">Is told how far it is after each piece.</param>
    /// <param name="cancellationToken">Ends it; the last checkpoint stays, for a run that resumes to go on from.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="IOException">The folder holds a checkpoint and <see cref="TrainingOptions.Resume"/> is off, or a file cannot be written.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or of another algorithm, environment or other networks.</exception>
    public TrainingResult Run(IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        LoadCheckpoint();
        _startTime = _time.GetTimestamp();
        _startStep = _algorithm.StepsDone;
        OpenLogs();
        Log.TrainingStarted(_logger, _algorithm.Name, _environmentId, _startStep, _options.TotalSteps);
        try
        {
            StopReason reason = Train(progress, cancellationToken);
            if (_options.EvaluationEpisodes > 0 && (_evaluations.Count == 0 || _evaluations[^1].Step != _algorithm.StepsDone))
                Evaluate(cancellationToken);
            TrainingResult result = Finish(reason, cancellationToken);
            Report(progress);
            Log.TrainingEnded(_logger, _algorithm.Name, _environmentId, _algorithm.StepsDone, reason);
            return result;
        }
        finally
        {
            Flush();
            foreach (IMetricSink log in _logs)
                log.Dispose();
            _logs.Clear();
        }
    }

    // What a run wrote after the checkpoint that this one goes on from is removed: it will be written again.
    private void OpenLogs()
    {
        if (_folder is null || !_options.WriteLogs)
            return;
        _logs.Add(new JsonLinesSink(_folder.Metrics, rewind: true));
        _logs.Add(new TensorBoardSink(_folder.Path, _time));
    }

    private void LoadCheckpoint()
    {
        if (_folder is null)
            return;
        _folder.Create();
        if (!File.Exists(_folder.Checkpoint))
            return;
        if (!_options.Resume)
            throw new IOException($"'{_folder.Checkpoint}' is there already: set {nameof(TrainingOptions.Resume)} to go on from it, or choose another folder.");
        CheckpointReader.Read(_folder.Checkpoint, reader =>
        {
            TrainingState state = reader.ReadJson(TrainingFolder.StatePart, TrainingJson.Default.TrainingState);
            if (state.Algorithm != _algorithm.Name || state.Environment != _environmentId)
            {
                throw new InvalidDataException(
                    $"The checkpoint '{reader.Path}' is of {state.Algorithm} on {state.Environment}, not of {_algorithm.Name} on {_environmentId}.");
            }

            _algorithm.Load(reader);
            _episodes = state.Episodes;
            _recent = new RecentReturns();
            foreach (double sum in state.RecentReturns)
                _recent.Add(sum);
            _evaluations.Clear();
            _evaluations.AddRange(state.Evaluations);
            _curve.Load(state);
        });
    }

    private StopReason Train(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        // A resumed run may have reached its return before it was saved.
        if (IsReturnReached())
            return StopReason.ReturnReached;
        while (_algorithm.StepsDone < _options.TotalSteps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_isStopRequested)
                return StopReason.Requested;
            long before = _algorithm.StepsDone;
            TrainingUpdate update = _algorithm.Advance(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            Take(update);
            bool isBest = _options.EvaluationEpisodes > 0 && IsDue(before, _evaluateEvery) && Evaluate(cancellationToken);
            bool isReached = IsReturnReached();
            if (!isReached && _algorithm.StepsDone < _options.TotalSteps)
                SaveWhereDue(before, isBest);
            Report(progress);
            if (isReached)
                return StopReason.ReturnReached;
        }

        return StopReason.StepsDone;
    }

    private void Take(TrainingUpdate update)
    {
        foreach (EpisodeSummary episode in update.Episodes)
            _recent.Add(episode.Return);
        _episodes += update.Episodes.Count;
        var metrics = new Dictionary<string, double>(update.Metrics, StringComparer.Ordinal);
        if (update.Episodes.Count > 0)
        {
            metrics["episode/return"] = update.Episodes.Average(episode => episode.Return);
            metrics["episode/length"] = update.Episodes.Average(episode => (double)episode.Length);
        }

        Write(metrics);
        _curve.Add(new CurvePoint(_algorithm.StepsDone, _recent.Mean, update.Metrics));
        Updated?.Invoke(this, update);
    }

    // Whether it is the best so far.
    private bool Evaluate(CancellationToken cancellationToken)
    {
        long step = _algorithm.StepsDone;
        _evaluationEnvironments ??= _registry.MakeBatch(_environmentId, Math.Min(_options.EvaluationEpisodes, 64));
        EvaluationResult result = _algorithm.Policy.Evaluate(
            _evaluationEnvironments, _options.EvaluationEpisodes, EvaluationSeed("evaluation", step), random: null, cancellationToken);
        var point = new EvaluationPoint(step, result.MeanReturn, result.StandardDeviation, result.MeanLength, result.Episodes.Length);
        bool isBest = _evaluations.TrueForAll(earlier => point.MeanReturn > earlier.MeanReturn);
        _evaluations.Add(point);
        Log.Evaluated(_logger, step, point.MeanReturn, point.StandardDeviation, point.Episodes);
        Write(new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["evaluation/return_mean"] = point.MeanReturn,
            ["evaluation/return_sd"] = point.StandardDeviation,
            ["evaluation/length_mean"] = point.MeanLength,
        });
        Evaluated?.Invoke(this, point);
        return isBest;
    }

    private void SaveWhereDue(long before, bool isBest)
    {
        bool keepsBest = isBest && _options.KeepBest;
        if (_folder is null || (!keepsBest && !(_options.CheckpointEvery is { } every && IsDue(before, every))))
            return;
        Save(_folder, keepsBest);
    }

    private void Save(TrainingFolder folder, bool isBest)
    {
        // First, so that a run that goes on from the checkpoint finds all figures up to it.
        Flush();
        folder.Save(_algorithm, new TrainingState(
            _algorithm.Name, _environmentId, _episodes, _recent.Saved, _evaluations, _curve.Points, _curve.Stride, _curve.Count));
        if (isBest)
            folder.KeepBest();
        Log.CheckpointSaved(_logger, _algorithm.StepsDone, folder.Checkpoint);
        CheckpointSaved?.Invoke(this, folder.Checkpoint);
    }

    private TrainingResult Finish(StopReason reason, CancellationToken cancellationToken)
    {
        var result = new TrainingResult(_algorithm.StepsDone, _episodes, reason, [.. _evaluations], _recent.Mean, _time.GetElapsedTime(_startTime));
        if (_folder is null)
            return result;
        bool isBest = _options.KeepBest && _evaluations.SkipLast(1).All(earlier => earlier.MeanReturn < _evaluations[^1].MeanReturn);
        Save(_folder, isBest);
        result = result with { CheckpointPath = _folder.Checkpoint };
        if (_options.RecordVideo && _registry.MakeWatched(_environmentId).Environment.TryGetWrapper(out IRenderable? _))
        {
            _algorithm.Policy.Record(_registry, _environmentId, _folder.Video, EvaluationSeed("video", 0), cancellationToken: cancellationToken);
            result = result with { VideoPath = _folder.Video };
        }

        if (_options.WriteReport)
        {
            result = result with { ReportPath = _folder.Report };
            TrainingReport.Write(_folder.Report, _algorithm.Name, _registry.Spec(_environmentId), _options, result, _curve.Points);
        }

        return result;
    }

    private void Write(Dictionary<string, double> metrics)
    {
        foreach (IMetricSink sink in _options.Sinks.Concat(_logs))
            sink.Write(_algorithm.StepsDone, metrics);
    }

    private void Flush()
    {
        foreach (IMetricSink sink in _options.Sinks.Concat(_logs))
            sink.Flush();
    }

    private void Report(IProgress<TrainingProgress>? progress) => progress?.Report(new TrainingProgress(
        _algorithm.StepsDone, _options.TotalSteps, _episodes, _recent.Mean, _evaluations.Count == 0 ? null : _evaluations[^1], StepsPerSecond()));

    private bool IsReturnReached() =>
        _options.StopAtReturn is { } threshold && _evaluations.Count > 0 && _evaluations[^1].Step == _algorithm.StepsDone && _evaluations[^1].MeanReturn >= threshold;

    private bool IsDue(long before, long every) => before / every < _algorithm.StepsDone / every;

    private double StepsPerSecond()
    {
        double seconds = _time.GetElapsedTime(_startTime).TotalSeconds;
        return seconds > 0 ? (_algorithm.StepsDone - _startStep) / seconds : 0;
    }

    private long EvaluationSeed(string purpose, long step) => new RandomStream(_options.Seed).Split(purpose, step).NextInt64(0, long.MaxValue / 2);
}
