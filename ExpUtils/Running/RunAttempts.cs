using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ExpUtils.Running;

/// <summary>Makes the attempts at one run, each with its time limit, and writes down how it ended.</summary>
internal sealed class RunAttempts(RunJournal journal, IRunExecutor executor, RunPolicy policy, string job, ILogger logger, TimeProvider time)
{
    /// <summary>Runs an index until it succeeds, its attempts are used up, or the token ends it; in the last case nothing is written down.</summary>
    public async Task<RunRecord> RunAsync(long index, CancellationToken cancellationToken)
    {
        string path = journal.LogOf(index);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };
        // Also after the end of this block: a run that did not stop when asked may still write.
        TextWriter log = TextWriter.Synchronized(new LogWriter(file));
        for (int attempt = 1; ; attempt++)
        {
            RunRecord record = await AttemptAsync(index, attempt, log, path, cancellationToken).ConfigureAwait(false);
            if (record.Status == RunStatus.Failed && attempt < policy.Attempts)
            {
                Log.RunRetried(logger, index, attempt, policy.Attempts, record.Error.Split('\n')[0]);
                await Task.Delay(policy.RetryDelay * Math.Pow(2, attempt - 1), time, cancellationToken).ConfigureAwait(false);
                continue;
            }

            journal.Write(record);
            if (record.Status != RunStatus.Done)
                Log.RunFailed(logger, index, record.Parameters, record.Error.Split('\n')[0], path);
            return record;
        }
    }

    private async Task<RunRecord> AttemptAsync(long index, int attempt, TextWriter log, string path, CancellationToken cancellationToken)
    {
        DateTimeOffset started = time.GetUtcNow();
        var context = new RunContext(journal.Experiment, index, attempt, log, journal.CheckpointOf(index));
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"--- {started:u} index {index} run {context.Run} attempt {attempt} on {Environment.MachineName} {job}: {context.Parameters}"));
        RunStatus status = RunStatus.Done;
        string error = "";
        try
        {
            await LimitedAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.WriteLine("--- stopped before its end");
            throw;
        }
        catch (TimeoutException exception) when (exception is RunTimeoutException)
        {
            (status, error) = (RunStatus.TimedOut, exception.Message);
        }
        catch (Exception exception)
        {
            (status, error) = (RunStatus.Failed, exception.ToString());
        }

        finally
        {
            context.Checkpoint.End();
        }

        DateTimeOffset finished = time.GetUtcNow();
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"--- {finished:u} {status}{(error.Length == 0 ? "" : ": ")}{error}"));
        return new RunRecord
        {
            Index = index, Run = context.Run, Parameters = context.Parameters.ToString(), Status = status, Attempts = attempt, Started = started, Finished = finished,
            Host = Environment.MachineName, Job = job, Error = error, Log = path,
        };
    }

    private async Task LimitedAsync(RunContext context, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(policy.Timeout ?? Timeout.InfiniteTimeSpan, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        CancellationToken token = stop.Token;
        Task work = Task.Run(() => executor.ExecuteAsync(context, token).AsTask(), CancellationToken.None);
        try
        {
            var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using (token.Register(asked.SetResult))
                await Task.WhenAny(work, asked.Task).ConfigureAwait(false);
            // Asked to stop, it may take some time; a process is killed by its executor, a delegate can only be left to itself.
            if (!work.IsCompleted)
                await work.WaitAsync(policy.StopGrace + TimeSpan.FromSeconds(1), time, CancellationToken.None).ConfigureAwait(false);
            else
                await work.ConfigureAwait(false);
        }
        catch (Exception) when (token.IsCancellationRequested)
        {
            _ = work.ContinueWith(static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
            throw new RunTimeoutException($"The run took longer than the {policy.Timeout} allowed{(work.IsCompleted ? "" : " and does not stop when asked")}.");
        }
    }

    private sealed class RunTimeoutException(string message) : TimeoutException(message);
}
