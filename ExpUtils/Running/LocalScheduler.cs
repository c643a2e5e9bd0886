using Microsoft.Extensions.Logging;

namespace ExpUtils.Running;

/// <summary>Does runs on this machine, a process each; returns when they have ended.</summary>
/// <param name="policy">How many at a time, how often and how long; null for the defaults.</param>
/// <param name="logger">Gets failures and retries; null for none.</param>
/// <param name="time">The clock; null for the system's.</param>
public sealed class LocalScheduler(RunPolicy? policy = null, ILogger<LocalRunner>? logger = null, TimeProvider? time = null) : IScheduler
{
    private readonly RunPolicy _policy = policy ?? new RunPolicy();

    /// <inheritdoc/>
    public async Task<ScheduleResult> ScheduleAsync(ScheduleRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var journal = new RunJournal(request.Experiment, time: time);
        long[] missing = [.. journal.Missing(request.Runs)];
        IReadOnlyDictionary<long, RunStatus> inFlight = await InFlightAsync(journal, cancellationToken).ConfigureAwait(false);
        long[] free = [.. missing.Where(index => !inFlight.ContainsKey(index))];
        if (!request.DryRun)
            await new LocalRunner(_policy, logger, time).RunAsync(journal, free, new ProcessExecutor(request.Command, _policy.StopGrace), null, cancellationToken).ConfigureAwait(false);
        return new ScheduleResult { Submitted = free, InFlight = missing.Length - free.Length, Done = (request.Runs * request.Experiment.NumPermutations) - missing.Length };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, RunStatus>> InFlightAsync(RunJournal journal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return Task.FromResult<IReadOnlyDictionary<long, RunStatus>>(journal.Running().ToDictionary(index => index, _ => RunStatus.Running));
    }

    /// <summary>Does nothing: runs on this machine end with the call that began them.</summary>
    /// <param name="journal">The experiment's journal.</param>
    /// <param name="cancellationToken">Not used.</param>
    public Task CancelAsync(RunJournal journal, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
