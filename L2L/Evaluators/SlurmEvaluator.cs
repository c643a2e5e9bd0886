using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SharedSource.Slurm;

namespace L2L;

/// <summary>Runs the simulations of a generation as one array of tasks on a Slurm cluster.</summary>
/// <remarks>
/// <para>
/// A task is this program once more, with the same arguments; at the point where the run would begin it simulates its share of the
/// individuals and ends. Individuals and results are files in <see cref="SlurmEvaluatorOptions.Folder"/>, renamed into place. The queue is looked at
/// once for all tasks, ever more rarely while nothing changes.
/// </para>
/// <para>
/// Individuals whose node died, whose task was killed or cut off at its time limit, and those that a task did not come to are submitted again. A
/// driver that is started again takes over the results that tasks of the former one have written.
/// </para>
/// <para>There is no need for an accounting database: a task's shell writes its exit code to a file.</para>
/// </remarks>
public sealed class SlurmEvaluator : IEvaluator
{
    private readonly SlurmEvaluatorOptions _options;
    private readonly SlurmCommands _commands;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Makes an evaluator.</summary>
    /// <param name="options">How tasks are run.</param>
    /// <param name="logger">The log.</param>
    /// <param name="time">The clock of the pauses between looks.</param>
    /// <exception cref="ArgumentException">An option is beyond its range.</exception>
    public SlurmEvaluator(SlurmEvaluatorOptions options, ILogger? logger = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options with { Folder = Path.GetFullPath(options.Folder) };
        _logger = logger ?? NullLogger.Instance;
        _time = time ?? TimeProvider.System;
        _commands = new SlurmCommands(_time, options.Configuration);
    }

    /// <inheritdoc/>
    public int Capacity => _options.Tasks;

    /// <summary>
    /// In a task for this role: simulates the task's share and ends the process; never returns. Anywhere else it returns at once. A program with
    /// several optimizees calls it for each at its start.
    /// </summary>
    /// <param name="role">The role of an evaluator's options.</param>
    /// <param name="optimizee">The optimizee to simulate.</param>
    /// <param name="limits">The limits of the evaluator's options.</param>
    public static Task ServeIfAskedAsync(string role, IOptimizee optimizee, EvaluationLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(role);
        ArgumentNullException.ThrowIfNull(optimizee);
        SlurmTaskHost.ServeIfAsked(role, optimizee, limits ?? new EvaluationLimits());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ServeIfAskedAsync(IOptimizee optimizee)
    {
        SlurmTaskHost.ServeIfAsked(_options.Role, optimizee, _options.Limits);
        WorkerRole.RefuseOthers(_options.Role);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Slurm is missing or refused the job, or the tasks do not reach the run of the optimizee.</exception>
    public async Task EvaluateAsync(EvaluationBatch batch, Action<Evaluation> completed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(completed);
        WorkerRole.RefuseOthers(_options.Role);
        WorkerRole.Claim(_options.Role, batch.Optimizee);
        if (batch.Requests.Count == 0)
            return;
        try
        {
            var folder = new SlurmBatchFolder(FolderOf(batch));
            int submission = folder.Prepare(batch.Requests);
            var pending = new SlurmPending(folder, _options.Limits, batch.Requests, completed);
            pending.Harvest();

            // What a former driver's tasks have not finished is submitted anew; both at once would write the same results twice.
            foreach (long job in pending.Count == 0 ? [] : folder.ReadJobs())
                await _commands.CancelAsync(job, cancellationToken: cancellationToken).ConfigureAwait(false);
            for (; pending.Count > 0; submission++)
                await RunArrayAsync(folder, submission, pending, batch.Requests[0].Individual.Generation, cancellationToken).ConfigureAwait(false);
        }
        catch (SlurmCommandException exception)
        {
            throw new InvalidOperationException(exception.Message, exception);
        }
    }

    private async Task RunArrayAsync(SlurmBatchFolder folder, int submission, SlurmPending pending, int generation, CancellationToken cancellationToken)
    {
        int[][] tasks = await ShareAsync(pending, cancellationToken).ConfigureAwait(false);
        folder.WriteTasks(submission, tasks);
        await File.WriteAllTextAsync(folder.Script(submission), Script(folder, submission), cancellationToken).ConfigureAwait(false);
        long job = await _commands.SubmitAsync(Submission(folder, submission, tasks.Length), cancellationToken).ConfigureAwait(false);
        folder.WriteJob(submission, job);
        Log.JobSubmitted(_logger, generation, job, tasks.Length, pending.Count);
        var states = new SlurmState[tasks.Length];
        Array.Fill(states, SlurmState.Gone);
        try
        {
            var watch = new SlurmWatch(_commands, _time) { Shortest = _options.ShortestPause, Longest = _options.LongestPause };
            await foreach (IReadOnlyList<SlurmTask> look in watch.WatchAsync([job], cancellationToken).ConfigureAwait(false))
            {
                foreach (SlurmTask task in look.Where(task => task.Task < states.Length))
                    states[task.Task!.Value] = task.State;
                pending.Harvest();
                if (pending.Count == 0)
                    return;
            }
        }
        catch (OperationCanceledException)
        {
            await _commands.CancelAsync(job, cancellationToken: CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        // Over a network file system the last results may come after the news that the task is over.
        await Task.Delay(_options.ShortestPause, _time, cancellationToken).ConfigureAwait(false);
        pending.Harvest();
        if (pending.Count > 0)
            Log.JobLeftOver(_logger, generation, pending.Count, job, string.Join(", ", states.Where(static state => state != SlurmState.Completed).Distinct()));
        for (int task = 0; task < tasks.Length; task++)
            pending.Account(submission, task, tasks[task], states[task]);
        pending.CheckProgress(submission, states);
    }

    // Dealt out like cards: neighbours, which often take equally long, go to different tasks.
    private async Task<int[][]> ShareAsync(SlurmPending pending, CancellationToken cancellationToken)
    {
        int most = _options.Tasks;
        if (most > 1000)
            most = Math.Min(most, await _commands.MaximumArraySizeAsync(cancellationToken).ConfigureAwait(false) - 1);
        int[] indices = [.. pending.Indices];
        int count = Math.Min(most, indices.Length);
        return [.. Enumerable.Range(0, count).Select(task => indices.Where((_, i) => i % count == task).ToArray())];
    }

    private string Script(SlurmBatchFolder folder, int submission)
    {
        SharedSource.Workers.WorkerProgram program = _options.Program is { } path
            ? new SharedSource.Workers.WorkerProgram(path, _options.Arguments ?? [])
            : _options.Arguments is { } arguments ? SharedSource.Workers.WorkerProgram.CurrentWith(arguments) : SharedSource.Workers.WorkerProgram.Current();
        IEnumerable<string> lines =
        [
            "#!/bin/bash",
            .. _options.Prologue,
            $"export {SlurmTaskHost.Variable}={ShellText.Quote(folder.Environment(submission, _options.Role))}",
            ShellText.Join([program.FileName, .. program.Arguments]),
            $"code=$?",
            $"echo $code > {ShellText.Quote(folder.Exit(submission, ""))}\"${SlurmScript.TaskVariable}\"",
            "exit $code",
            "",
        ];
        return string.Join('\n', lines);
    }

    private SlurmSubmission Submission(SlurmBatchFolder folder, int submission, int tasks) => new()
    {
        Script = folder.Script(submission),
        Name = $"l2l-{Guid.NewGuid():N}"[..16],
        Array = SlurmArray.Format(Enumerable.Range(0, tasks)),
        Account = _options.Account,
        Partition = _options.Partition,
        TimeLimit = _options.TaskTime is { } limit ? SlurmDuration.Format(limit) : null,
        CoresPerTask = _options.CoresPerTask,
        MemoryPerCore = _options.MemoryPerCore,
        Output = folder.Log(submission, "%a"),
        Directory = System.Environment.CurrentDirectory,
        Requeue = false,
        Further = _options.Further,
    };

    // In steady state every individual is a batch of its own. One that is left of a generation, after a restart, belongs to the generation's.
    private string FolderOf(EvaluationBatch batch)
    {
        Individual first = batch.Requests[0].Individual;
        string name = string.Create(CultureInfo.InvariantCulture, $"generation-{first.Generation:D5}");
        string whole = Path.Combine(_options.Folder, name);
        return batch.Requests.Count > 1 || Directory.Exists(whole) ? whole : string.Create(CultureInfo.InvariantCulture, $"{whole}-{first.Index:D6}");
    }
}
