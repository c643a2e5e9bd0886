using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ExpUtils.Running;

/// <summary>
/// Runs what is missing of an experiment on this machine, several runs at a time. Safe to end at any moment and to start again: only runs in
/// flight are lost. Two runners of one experiment, in whatever processes, share its runs between them.
/// </summary>
/// <param name="policy">How many at a time, how often and how long; null for the defaults.</param>
/// <param name="logger">Gets failures and retries; null for none.</param>
/// <param name="time">The clock; null for the system's.</param>
public sealed class LocalRunner(RunPolicy? policy = null, ILogger<LocalRunner>? logger = null, TimeProvider? time = null)
{
    private readonly RunPolicy _policy = Checked(policy ?? new RunPolicy());
    private readonly ILogger _logger = logger ?? NullLogger<LocalRunner>.Instance;
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Runs what is missing of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="runs">How many runs of each combination are wanted. Range: at least 0.</param>
    /// <param name="executor">Does the work of a run.</param>
    /// <param name="progress">Told whenever a run begins or ends; may be called from several threads.</param>
    /// <param name="cancellationToken">Ends it: runs under way are asked to stop, and the summary says what is left.</param>
    public Task<RunSummary> RunAsync(
        ExperimentDescription experiment, long runs, IRunExecutor executor, IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var journal = new RunJournal(experiment, time: _time);
        return RunAsync(journal, journal.Missing(runs), executor, progress, cancellationToken);
    }

    /// <summary>Runs some indices; those that are done already are passed over.</summary>
    /// <param name="journal">The experiment's journal.</param>
    /// <param name="indices">The runs.</param>
    /// <param name="executor">Does the work of a run.</param>
    /// <param name="progress">Told whenever a run begins or ends; may be called from several threads.</param>
    /// <param name="cancellationToken">Ends it: runs under way are asked to stop, and the summary says what is left.</param>
    public Task<RunSummary> RunAsync(
        RunJournal journal, IEnumerable<long> indices, IRunExecutor executor, IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(journal, indices, executor, job: "", budget: null, progress, cancellationToken);

    internal async Task<RunSummary> RunAsync(
        RunJournal journal, IEnumerable<long> indices, IRunExecutor executor, string job, RunBudget? budget, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentNullException.ThrowIfNull(executor);
        // Equal values in a sweep make equal combinations, which are one run.
        long[] wanted = [.. indices.Where(index => !journal.IsDone(index)).DistinctBy(journal.KeyOf, StringComparer.Ordinal)];
        var tally = new RunTally(wanted.Length, _policy.Parallelism, progress, _time);
        var attempt = new RunAttempts(journal, executor, _policy, job, _logger, _time);
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = _policy.Parallelism, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(wanted, options, async (index, _) =>
            {
                if (tally.Failures >= _policy.StopAfterFailures || budget?.HasRoom() == false)
                    return;
                using RunClaim? claim = journal.TryClaim(index, job);
                // Another runner has it under way, or has done it since the list was made.
                if (claim is null || journal.IsDone(index))
                {
                    tally.Elsewhere(index);
                    return;
                }

                tally.Begin();
                RunRecord? record = null;
                try
                {
                    record = await attempt.RunAsync(index, cancellationToken).ConfigureAwait(false);
                    budget?.Took(record.Duration);
                }
                catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
                {
                }
                finally
                {
                    tally.End(record);
                }
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }

        return tally.Summary(wanted);
    }

    private static RunPolicy Checked(RunPolicy policy)
    {
        policy.Check();
        return policy;
    }
}
