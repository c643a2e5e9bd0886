using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Layg;

/// <summary>
/// Wraps an expensive function. It evaluates the function and remembers the points until an emulator can be trained on them; from then
/// on it answers with the emulator where the predicted error is small enough, and with the function (learning from it) where not.
/// </summary>
/// <remarks>
/// <para>
/// Thread-safe: any number of threads may call it at once. Predictions take no lock; the true function is never called under one;
/// training happens once, and meanwhile calls are answered by what was there before. With one thread, or through
/// <see cref="EvaluateBatch"/> with any number of them, the same seed gives the same answers bit for bit.
/// </para>
/// <para>
/// The function must be a function: the same input gives the same value. Where it is noisy, the mean over repeats is kept.
/// </para>
/// <para><b>Source:</b> Aslanyan, Easther and Price (2015), "Learn-as-you-go acceleration of cosmological parameter estimates",
/// arXiv:1506.01079; the Python package layg.</para>
/// </remarks>
public sealed partial class Learner : IDisposable
{
    private readonly TrueFunction _function;
    private readonly IEmulator _emulator;
    private readonly LearnerOptions _options;
    private readonly ILogger _logger;
    private readonly LaygInstruments _instruments;
    private readonly AcceptanceTest _acceptance;
    private readonly SemaphoreSlim? _exactSlots;
    private readonly LearnerCounters _counters = new();

    // Guards the store, the training schedule and the publication of models; never held while user code that evaluates or trains runs.
    private readonly object _gate = new();
    private volatile PointStore _store;
    private volatile Model? _model;
    private volatile bool _frozen;
    private volatile bool _disposed;
    private volatile int _outputDimension;
    private bool _noiseReported;

    private Learner(TrueFunction function, int dimension, IEmulator emulator, LearnerOptions? options, ILogger? logger, LaygInstruments? instruments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        ArgumentNullException.ThrowIfNull(emulator);
        _options = options is null ? new LearnerOptions() : options with { };
        _options.Validate();
        InputDimension = dimension;
        _function = function;
        _emulator = emulator;
        _logger = logger ?? NullLogger.Instance;
        _instruments = instruments ?? LaygInstruments.Default;
        _acceptance = new AcceptanceTest(_options);
        _exactSlots = _options.MaxConcurrentExact is int slots ? new SemaphoreSlim(slots, slots) : null;
        _store = new PointStore(_options.RememberInputs);
    }

    /// <summary>
    /// Raised after every training that gave an emulator: in the order of the trainings, one at a time, on a thread that trained. A handler
    /// may call everything, <see cref="Train"/> and <see cref="Load(string)"/> included; what it trains is reported when it has returned.
    /// </summary>
    public event EventHandler<TrainingReport>? Trained;

    /// <summary>
    /// Raised after every evaluation of the true function, on the thread that evaluated, before the value is learnt. What a handler throws
    /// reaches the caller; the value is learnt all the same.
    /// </summary>
    public event EventHandler<ExactEvaluation>? ExactEvaluated;

    /// <summary>Numbers per input (n).</summary>
    public int InputDimension { get; }

    /// <summary>Numbers per value (m); 0 until the function was evaluated once.</summary>
    public int OutputDimension => _outputDimension;

    /// <summary>Whether there is an emulator that answers.</summary>
    public bool IsTrained => _model is not null;

    /// <summary>Whether learning is stopped.</summary>
    public bool IsFrozen => _frozen;

    /// <summary>
    /// The emulator that answers now, for reports and diagnostics; null before the first training. It is immutable: later trainings and
    /// insertions put another one in its place.
    /// </summary>
    public IFittedEmulator? Emulator => _model?.Fitted;

    /// <summary>What the learner did so far.</summary>
    public LearnerStatistics Statistics
    {
        get
        {
            lock (_gate)
                return _counters.Snapshot(_store.Count, _store.NoisyPoints, _model?.TrainedPoints ?? 0, _model?.Audit.Inflation ?? 1, ToleranceOf(_model));
        }
    }

    /// <summary>A copy of the options that the learner was made with, or loaded with.</summary>
    public LearnerOptions Options => _options with { };

    /// <summary>
    /// Stops learning: from now on exact values are returned but not stored, and nothing is trained, so that the answers no longer
    /// change with the calls (an adaptive target breaks detailed balance in MCMC). A training that is running still finishes; those that wait
    /// for it begin when learning goes on.
    /// </summary>
    public void Freeze()
    {
        // Under the gate, so that no call that saw the learner unfrozen stores anything afterwards.
        lock (_gate)
            _frozen = true;
    }

    /// <summary>Goes on learning, with the trainings that wait.</summary>
    public void Unfreeze()
    {
        _frozen = false;
        TrainDue();
    }

    /// <summary>Learns points that were evaluated elsewhere, and trains if the rule says so.</summary>
    /// <param name="points">
    /// The points to learn, each an evaluation of its own: a repeated input counts again in the mean. Emulated values do not belong here.
    /// </param>
    /// <exception cref="ArgumentException">The dimensions differ from the function's.</exception>
    /// <exception cref="InvalidOperationException">The learner is frozen.</exception>
    public void AddData(TrainingSet points)
    {
        ArgumentNullException.ThrowIfNull(points);
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (points.InputDimension != InputDimension)
            throw new ArgumentException($"The points have dimension {points.InputDimension}, the function's input has {InputDimension}.", nameof(points));
        if (!TryAddData(points, countRepeats: true))
            throw new InvalidOperationException("The learner is frozen; call Unfreeze before adding data.");
    }

    /// <summary>Learns points that were evaluated elsewhere; false where the learner is frozen.</summary>
    /// <param name="points">The points.</param>
    /// <param name="countRepeats">Whether a known input with its known value is another evaluation, not the same one come back.</param>
    internal bool TryAddData(TrainingSet points, bool countRepeats)
    {
        if (points.Count > 0 && _outputDimension is var m and not 0 && points.OutputDimension != m)
            throw new ArgumentException($"The points' values have {points.OutputDimension} numbers; the function returns {m}.", nameof(points));
        lock (_gate)
        {
            if (_frozen)
                return false;
            if (points.Count == 0)
                return true;
            FixOutputDimension(points.OutputDimension);
            for (int i = 0; i < points.Count; i++)
            {
                ReadOnlySpan<double> x = points.Input(i), y = points.Output(i);
                if (countRepeats || !_store.TryFind(x, out KnownPoint? known) || !y.SequenceEqual(known.Y))
                    AddLocked(x.ToArray(), y.ToArray());
            }

            ScheduleIfDueLocked();
        }

        TrainDue();
        return true;
    }

    /// <summary>
    /// Ends the learner's work. Calls and a training that are running still finish; trainings that wait do not begin, and further calls throw
    /// <see cref="ObjectDisposedException"/>. What was learnt can still be saved, and the statistics read.
    /// </summary>
    public void Dispose() => _disposed = true;

    private void Learn(double[] x, double[] y)
    {
        foreach (double component in y)
        {
            if (!double.IsFinite(component))
            {
                if (_counters.CountNotLearnable())
                    LogNotLearnable(_logger, component);
                return;
            }
        }

        lock (_gate)
        {
            if (_frozen)
                return;
            AddLocked(x, y);
            ScheduleIfDueLocked();
        }

        TrainDue();
    }

    private void AddLocked(double[] x, double[] y)
    {
        switch (_store.Add(x, y))
        {
            case StoreOutcome.Added when _options.IncrementalInsertion && _model is { Fitted: IIncrementalEmulator growing } model:
                _model = model with { Fitted = growing.Insert(x, y) };
                break;
            case StoreOutcome.Averaged when !_noiseReported:
                _noiseReported = true;
                LogNoisy(_logger);
                break;
        }
    }

    private void FixOutputDimension(int dimension)
    {
        if (dimension < 1)
            throw new InvalidOperationException("The function returned an empty array.");
        if (_outputDimension == 0)
        {
            lock (_gate)
            {
                if (_outputDimension == 0)
                    _outputDimension = dimension;
            }
        }

        if (_outputDimension != dimension)
            throw new InvalidOperationException($"The function returned {dimension} numbers, but {_outputDimension} before.");
    }

    private void CheckInput(ReadOnlySpan<double> x)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (x.Length != InputDimension)
            throw new ArgumentException($"The input has {x.Length} numbers; the function takes {InputDimension}.", nameof(x));
        for (int i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]))
                throw new ArgumentException($"Component {i} of the input is {x[i]}; every component must be finite.", nameof(x));
        }
    }

    private double ToleranceOf(Model? model) => model?.Budget?.Tolerance ?? _options.AbsoluteTolerance;

    private static long TicksSince(long start) => Stopwatch.GetTimestamp() - start;

    /// <summary>What the learner answers with: replaced as a whole, so that a reader always sees one consistent state.</summary>
    private sealed record Model(IFittedEmulator Fitted, int TrainedPoints, ErrorAudit Audit, ErrorBudget? Budget);
}
