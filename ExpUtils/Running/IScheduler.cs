namespace ExpUtils.Running;

/// <summary>Has the missing runs of experiments done somewhere: on this machine, on a cluster.</summary>
public interface IScheduler
{
    /// <summary>Hands over what is neither done nor under way already. Calling it again is safe and hands over only what has been lost since.</summary>
    /// <param name="request">The experiment, and how a run is started.</param>
    /// <param name="cancellationToken">Stops handing over; what was handed over stays so.</param>
    Task<ScheduleResult> ScheduleAsync(ScheduleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Which runs wait in a queue or run now, of those that were handed over and are not done.</summary>
    /// <param name="journal">The experiment's journal.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns><see cref="RunStatus.Queued"/> or <see cref="RunStatus.Running"/> by index.</returns>
    Task<IReadOnlyDictionary<long, RunStatus>> InFlightAsync(RunJournal journal, CancellationToken cancellationToken = default);

    /// <summary>Takes back everything that was handed over of an experiment: what waits is dropped, what runs is ended.</summary>
    /// <param name="journal">The experiment's journal.</param>
    /// <param name="cancellationToken">Stops taking back.</param>
    Task CancelAsync(RunJournal journal, CancellationToken cancellationToken = default);
}
