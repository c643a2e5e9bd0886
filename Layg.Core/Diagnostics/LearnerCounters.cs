using System.Diagnostics;

namespace Layg;

/// <summary>The running counts of a learner, safe to add to from many threads.</summary>
internal sealed class LearnerCounters
{
    private readonly long[] _verdicts = new long[Enum.GetValues<Verdict>().Length];
    private volatile ErrorHistogram _errors = new();
    private long _exact;
    private long _failed;
    private long _auditsCovered;
    private long _notLearnable;
    private long _exactTicks;
    private long _emulatedTicks;
    private long _trainingTicks;
    private int _trainings;
    private int _failedTrainings;

    public void CountEmulated(double error, long ticks)
    {
        Interlocked.Increment(ref _verdicts[(int)Verdict.Accepted]);
        Interlocked.Add(ref _emulatedTicks, ticks);
        _errors.Add(Math.Abs(error));
    }

    public void CountKnown() => Interlocked.Increment(ref _verdicts[(int)Verdict.Known]);

    /// <summary>Counts an exact answer together with the reason why the emulator's was refused, if it was asked.</summary>
    public void CountExact(Verdict refusal, long ticks)
    {
        Interlocked.Increment(ref _exact);
        Interlocked.Increment(ref _verdicts[(int)refusal]);
        Interlocked.Add(ref _exactTicks, ticks);
    }

    /// <summary>Counts whether the true error of an audited answer was within the predicted one.</summary>
    public void CountAudit(bool covered)
    {
        if (covered)
            Interlocked.Increment(ref _auditsCovered);
    }

    public void CountFailed() => Interlocked.Increment(ref _failed);

    /// <summary>Counts a value that cannot be learnt; true the first time.</summary>
    public bool CountNotLearnable() => Interlocked.Increment(ref _notLearnable) == 1;

    public void CountTraining(long ticks)
    {
        Interlocked.Increment(ref _trainings);
        Interlocked.Add(ref _trainingTicks, ticks);
    }

    public void CountFailedTraining(long ticks)
    {
        Interlocked.Increment(ref _failedTrainings);
        Interlocked.Add(ref _trainingTicks, ticks);
    }

    public LearnerStatistics Snapshot(int points, int noisyPoints, int lastTrainingSize, double errorInflation, double tolerance) => new()
    {
        Exact = Interlocked.Read(ref _exact),
        Emulated = Read(Verdict.Accepted),
        Known = Read(Verdict.Known),
        RefusedByError = Read(Verdict.ErrorTooLarge),
        RefusedByDomain = Read(Verdict.OutsideDomain),
        RefusedNotFinite = Read(Verdict.NotFinite),
        Audited = Read(Verdict.Audited),
        AuditsCovered = Interlocked.Read(ref _auditsCovered),
        ErrorInflation = errorInflation,
        Tolerance = tolerance,
        Failed = Interlocked.Read(ref _failed),
        NotLearnable = Interlocked.Read(ref _notLearnable),
        Points = points,
        NoisyPoints = noisyPoints,
        Trainings = Volatile.Read(ref _trainings),
        FailedTrainings = Volatile.Read(ref _failedTrainings),
        LastTrainingSize = lastTrainingSize,
        ExactSeconds = Seconds(ref _exactTicks),
        EmulatedSeconds = Seconds(ref _emulatedTicks),
        TrainingSeconds = Seconds(ref _trainingTicks),
        MeanError = _errors.Mean,
        MedianError = _errors.Quantile(0.5),
        Percentile95Error = _errors.Quantile(0.95),
    };

    /// <summary>Goes on from stored counts. The distribution of past errors is not stored; it starts anew.</summary>
    public void Restore(LearnerStatistics stored)
    {
        _errors = new ErrorHistogram();
        _exact = stored.Exact;
        _verdicts[(int)Verdict.Accepted] = stored.Emulated;
        _verdicts[(int)Verdict.Known] = stored.Known;
        _verdicts[(int)Verdict.ErrorTooLarge] = stored.RefusedByError;
        _verdicts[(int)Verdict.OutsideDomain] = stored.RefusedByDomain;
        _verdicts[(int)Verdict.NotFinite] = stored.RefusedNotFinite;
        _verdicts[(int)Verdict.Audited] = stored.Audited;
        _auditsCovered = stored.AuditsCovered;
        _failed = stored.Failed;
        _notLearnable = stored.NotLearnable;
        _trainings = stored.Trainings;
        _failedTrainings = stored.FailedTrainings;
        _exactTicks = Ticks(stored.ExactSeconds);
        _emulatedTicks = Ticks(stored.EmulatedSeconds);
        _trainingTicks = Ticks(stored.TrainingSeconds);
    }

    private static double Seconds(ref long ticks) => (double)Interlocked.Read(ref ticks) / Stopwatch.Frequency;

    private static long Ticks(double seconds) => (long)(seconds * Stopwatch.Frequency);

    private long Read(Verdict verdict) => Interlocked.Read(ref _verdicts[(int)verdict]);
}
