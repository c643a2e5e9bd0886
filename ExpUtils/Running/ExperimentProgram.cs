using ExpUtils.Slurm;
using Microsoft.Extensions.Logging;

namespace ExpUtils.Running;

/// <summary>
/// The body of a program that does the runs of an experiment: <c>return await ExperimentProgram.RunAsync(args, body);</c>. Such a program can be
/// run by hand, started by runners and schedulers for single runs, and be the worker of a Slurm array, without a process per run.
/// </summary>
/// <remarks>
/// It understands <c>-e FILE</c> (all that is missing; with <c>--runs N</c> and <c>--parallel N</c>), <c>-e FILE -i INDEX...</c> (some runs; with
/// <c>--again</c> also where they are done) and, written by the Slurm scheduler, <c>--plan FILE --task N</c>. The first Ctrl-C or SIGTERM asks
/// the runs under way to stop, the second ends the program.
/// </remarks>
public static class ExperimentProgram
{
    /// <summary>The exit code when every run that was asked for is done.</summary>
    public const int Success = 0;

    /// <summary>The exit code when a run failed.</summary>
    public const int RunsFailed = 1;

    /// <summary>The exit code when the command line or the experiment is wrong.</summary>
    public const int Misuse = 2;

    /// <summary>The exit code when runs are left because of the time, or because somebody else has them under way.</summary>
    public const int RunsLeft = 3;

    /// <summary>The exit code when a signal put an end to it.</summary>
    public const int Interrupted = 130;

    /// <summary>Does what the command line asks for.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="body">The work of a run.</param>
    /// <param name="options">How experiment files are read; null for the defaults.</param>
    /// <param name="output">Where a summary and complaints go; null for nowhere.</param>
    /// <param name="logger">Gets failures and retries; null for none.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(
        IReadOnlyList<string> args, Func<RunContext, CancellationToken, ValueTask> body, ExperimentOptions? options = null, TextWriter? output = null,
        ILogger<LocalRunner>? logger = null) =>
        RunAsync(args, new DelegateExecutor(body), options, output, logger);

    /// <summary>Does what the command line asks for.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="executor">Does the work of a run.</param>
    /// <param name="options">How experiment files are read; null for the defaults.</param>
    /// <param name="output">Where a summary and complaints go; null for nowhere.</param>
    /// <param name="logger">Gets failures and retries; null for none.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, IRunExecutor executor, ExperimentOptions? options = null, TextWriter? output = null, ILogger<LocalRunner>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(executor);
        TextWriter writer = output ?? TextWriter.Null;
        try
        {
            ProgramArguments arguments = ProgramArguments.Parse(args);
            using var signals = new StopSignals();
            if (IsHeld(arguments))
                return await RunHeldAsync(arguments, executor, options, writer, signals.Token).ConfigureAwait(false);
            RunSummary summary = arguments.Plan is null
                ? await RunHereAsync(arguments, executor, options, logger, signals.Token).ConfigureAwait(false)
                : await new SlurmWorker(SlurmPlan.Load(arguments.Plan), logger: logger).RunAsync(arguments.Task, executor, options, signals.Token).ConfigureAwait(false);
            foreach (RunRecord failed in summary.Failed)
                await writer.WriteLineAsync($"Run {failed.Index} ({failed.Parameters}) {(failed.Status == RunStatus.TimedOut ? "timed out" : "failed")}: {failed.Error}").ConfigureAwait(false);
            await writer.WriteLineAsync($"{summary.Done.Count} done, {summary.Failed.Count} failed, {summary.Elsewhere.Count} run elsewhere, {summary.Left.Count} left").ConfigureAwait(false);
            return summary.IsComplete ? Success : signals.Token.IsCancellationRequested ? Interrupted : summary.Failed.Count > 0 ? RunsFailed : RunsLeft;
        }
        catch (Exception exception) when (exception is ArgumentException or ExpUtilsException or IOException)
        {
            await writer.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return Misuse;
        }
    }

    // Whether a runner has started this program for one run, which it claims and writes down itself.
    private static bool IsHeld(ProgramArguments arguments) =>
        arguments.Indices.Count == 1 && Environment.GetEnvironmentVariable(ProcessExecutor.HeldVariable) == ProcessExecutor.HeldRun(arguments.Experiment!, arguments.Indices[0]);

    private static async Task<int> RunHeldAsync(
        ProgramArguments arguments, IRunExecutor executor, ExperimentOptions? options, TextWriter writer, CancellationToken cancellationToken)
    {
        ExperimentDescription experiment = ExperimentDescription.Load(arguments.Experiment!, options);
        long index = arguments.Indices[0];
        string checkpoint = Environment.GetEnvironmentVariable(RunCheckpoint.FolderVariable) ?? new RunJournal(experiment).CheckpointOf(index);
        try
        {
            await executor.ExecuteAsync(new RunContext(experiment, index, 1, TextWriter.Synchronized(writer), checkpoint), cancellationToken).ConfigureAwait(false);
            return Success;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Exception exception)
        {
            await writer.WriteLineAsync(exception.ToString()).ConfigureAwait(false);
            return RunsFailed;
        }
    }

    private static Task<RunSummary> RunHereAsync(
        ProgramArguments arguments, IRunExecutor executor, ExperimentOptions? options, ILogger<LocalRunner>? logger, CancellationToken cancellationToken)
    {
        ExperimentDescription experiment = ExperimentDescription.Load(arguments.Experiment!, options);
        var journal = new RunJournal(experiment);
        var policy = new RunPolicy();
        // Runs named one by one are done one after the other unless said otherwise: whoever starts many such programs counts on that.
        int parallelism = arguments.Parallelism ?? (arguments.Indices.Count > 0 ? 1 : policy.Parallelism);
        if (arguments.Again)
        {
            foreach (long index in arguments.Indices)
                journal.Forget(index);
        }

        IEnumerable<long> indices = arguments.Indices.Count > 0 ? arguments.Indices : journal.Missing(arguments.Runs);
        return new LocalRunner(policy with { Parallelism = parallelism }, logger).RunAsync(journal, indices, executor, progress: null, cancellationToken);
    }
}
