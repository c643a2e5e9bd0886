namespace Lagom.Rl;

/// <summary>Which jobs are done, and who is told. Thread-safe.</summary>
internal sealed class ExperimentBoard
{
    private readonly Lock _lock = new();
    private readonly JobOutcome?[] _outcomes;
    private readonly IProgress<ExperimentProgress>? _progress;
    private int _finished;
    private int _failed;

    public ExperimentBoard(IReadOnlyList<ExperimentJob> jobs, JobOutcome?[] kept, IProgress<ExperimentProgress>? progress)
    {
        _outcomes = kept;
        _progress = progress;
        Open = [.. jobs.Where((_, index) => kept[index] is null)];
        Kept = jobs.Count - Open.Count;
        _progress?.Report(new ExperimentProgress(Total, Kept, 0, 0, Last: null));
    }

    public int Total => _outcomes.Length;

    public int Kept { get; }

    public int Done
    {
        get
        {
            lock (_lock)
                return Kept + _finished + _failed;
        }
    }

    /// <summary>The jobs to run, in order.</summary>
    public IReadOnlyList<ExperimentJob> Open { get; }

    /// <summary>The outcomes once all jobs have ended.</summary>
    public IReadOnlyList<JobOutcome> Outcomes => [.. _outcomes.Select(outcome => outcome!)];

    public void Set(JobOutcome outcome)
    {
        lock (_lock)
        {
            _outcomes[outcome.Job.Index] = outcome;
            if (outcome.IsFinished)
                _finished++;
            else
                _failed++;
            _progress?.Report(new ExperimentProgress(Total, Kept, _finished, _failed, outcome));
        }
    }
}
