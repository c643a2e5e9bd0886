using System.Globalization;
using ExpUtils.Running;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SharedSource.Slurm;

namespace ExpUtils.Slurm;

/// <summary>
/// Has runs done by job arrays of a Slurm cluster. What was submitted is remembered beside the journal, and what became of it is asked of the queue and
/// read from the journal; no accounting database is needed.
/// </summary>
/// <remarks>
/// Call <see cref="ScheduleAsync"/> as often as you like: it submits only runs that are not done and that no job waiting or running has, so after
/// failures, time-outs, preemptions or dead nodes it submits exactly what was lost.
/// </remarks>
public sealed class SlurmScheduler : IScheduler
{
    private readonly SlurmOptions _options;
    private readonly IReadOnlyList<string> _worker;
    private readonly SlurmCommands _commands;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;

    /// <summary>Makes a scheduler.</summary>
    /// <param name="options">What jobs ask for.</param>
    /// <param name="worker">
    /// The program that a task starts, with its first arguments; <c>--plan FILE --task N</c> follow. It must be an <see cref="ExperimentProgram"/>
    /// or <c>exputils work</c>. Null for <c>exputils work</c>.
    /// </param>
    /// <param name="logger">Gets submissions; null for none.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public SlurmScheduler(SlurmOptions options, IReadOnlyList<string>? worker = null, ILogger<SlurmScheduler>? logger = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _worker = worker ?? ["exputils", "work"];
        _logger = logger ?? NullLogger<SlurmScheduler>.Instance;
        _time = time ?? TimeProvider.System;
        _commands = new SlurmCommands(_time);
    }

    /// <inheritdoc/>
    /// <exception cref="ExpUtilsException">Slurm is missing, or refused the job.</exception>
    public async Task<ScheduleResult> ScheduleAsync(ScheduleRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.InOneProcess && _options.Layout == SlurmLayout.MultiNode)
            throw new ArgumentException("Runs in one process are on one node; with Layout MultiNode each run must be a process.", nameof(request));
        var journal = new RunJournal(request.Experiment, time: _time);
        var jobs = new SlurmJobs(journal, _commands, _logger);
        // A dry run needs no cluster at hand, unless something was submitted before.
        IReadOnlyDictionary<long, RunStatus> inFlight = await Guarded(() => jobs.InFlightAsync(cancellationToken)).ConfigureAwait(false);
        long[] missing = [.. journal.Missing(request.Runs)];
        long[] free = [.. missing.Where(index => !inFlight.ContainsKey(index))];
        long[][] tasks = [.. free.Chunk(_options.RunsPerTask)];
        int largest = request.DryRun || tasks.Length == 0 ? int.MaxValue : await Guarded(() => _commands.MaximumArraySizeAsync(cancellationToken)).ConfigureAwait(false);
        var submission = new SlurmArrayJob(journal, _options, _worker, request, _time);
        List<ScheduledJob> made = [];
        foreach (long[][] part in tasks.Chunk(largest))
        {
            ScheduledJob job = await Guarded(() => submission.SubmitAsync(part, request.DryRun ? null : _commands, cancellationToken)).ConfigureAwait(false);
            if (job.Id is { } id)
                Log.JobSubmitted(_logger, long.Parse(id, CultureInfo.InvariantCulture), job.Tasks, job.Runs, request.Experiment.Name);
            made.Add(job);
        }

        return new ScheduleResult
        {
            Submitted = free, InFlight = missing.Length - free.Length, Done = (request.Runs * request.Experiment.NumPermutations) - missing.Length, Jobs = made,
            CoreYears = SlurmCost.CoreYears(tasks.Length, _options.Cores, _options.MemoryPerCore?.Megabytes ?? 0, _options.Time.Duration.TotalHours),
        };
    }

    /// <inheritdoc/>
    /// <exception cref="ExpUtilsException">Slurm is missing or does not answer.</exception>
    public Task<IReadOnlyDictionary<long, RunStatus>> InFlightAsync(RunJournal journal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return Guarded(() => new SlurmJobs(journal, _commands, _logger).InFlightAsync(cancellationToken));
    }

    /// <inheritdoc/>
    /// <exception cref="ExpUtilsException">Slurm is missing or does not answer.</exception>
    public Task CancelAsync(RunJournal journal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return Guarded(async () =>
        {
            await new SlurmJobs(journal, _commands, _logger).CancelAsync(cancellationToken).ConfigureAwait(false);
            return true;
        });
    }

    /// <summary>
    /// Waits until no job of an experiment waits or runs any more. However many jobs there are, a look is one call of <c>squeue</c>, and while
    /// nothing changes the looks get rarer, up to every 30 s.
    /// </summary>
    /// <param name="journal">The experiment's journal.</param>
    /// <param name="progress">Told at every look how many runs wait and how many run; null for nobody.</param>
    /// <param name="cancellationToken">Stops waiting; the jobs go on.</param>
    /// <exception cref="ExpUtilsException">Slurm is missing or does not answer.</exception>
    public async Task WaitAsync(RunJournal journal, IProgress<IReadOnlyDictionary<long, RunStatus>>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var jobs = new SlurmJobs(journal, _commands, _logger);
        var pause = TimeSpan.FromSeconds(1);
        int last = -1;
        while (true)
        {
            IReadOnlyDictionary<long, RunStatus> inFlight = await Guarded(() => jobs.InFlightAsync(cancellationToken)).ConfigureAwait(false);
            progress?.Report(inFlight);
            if (inFlight.Count == 0)
                return;
            pause = inFlight.Count == last ? TimeSpan.FromSeconds(Math.Min(30, pause.TotalSeconds * 1.5)) : TimeSpan.FromSeconds(1);
            last = inFlight.Count;
            await Task.Delay(pause, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<T> Guarded<T>(Func<Task<T>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (SlurmCommandException exception)
        {
            throw new ExpUtilsException(exception.Message, exception);
        }
    }
}
