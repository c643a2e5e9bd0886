using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SharedSource.Workers;

/// <summary>
/// Another process of this program that answers requests, one at a time, over a pipe that only this user can open. What it prints never
/// reaches this program's own output. When this program ends, however it ends, so does the worker.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly NamedPipeServerStream _pipe;
    private readonly WorkerOutput _output;
    private readonly string _name;
    private int _calling;

    private WorkerProcess(Process process, NamedPipeServerStream pipe, WorkerOutput output, string name)
    {
        _process = process;
        _pipe = pipe;
        _output = output;
        _name = name;
        Id = process.Id;
    }

    /// <summary>The process id.</summary>
    public int Id { get; }

    /// <summary>Whether the process has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts a worker and waits until it is ready.</summary>
    /// <param name="options">How.</param>
    /// <param name="number">Its number among the workers of a pool.</param>
    /// <param name="cancellationToken">Ends the worker and the wait.</param>
    /// <exception cref="WorkerDiedException">The process ended before it reached <see cref="WorkerHost"/>.</exception>
    /// <exception cref="WorkerTimeoutException">It did not reach it in time.</exception>
    public static async Task<WorkerProcess> StartAsync(WorkerOptions options, int number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.Role);
        string identity = $"sdk-worker-{Guid.NewGuid():N}"[..27];
        string pipeName = OperatingSystem.IsWindows() ? identity : Path.Combine(Path.GetTempPath(), identity);
        var pipe = new NamedPipeServerStream(
            pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        var output = new WorkerOutput(
            options.LogFolder is null ? null : Path.Combine(options.LogFolder, string.Create(CultureInfo.InvariantCulture, $"worker-{number}.log")));
        WorkerProcess? worker = null;
        try
        {
            Process process = StartProcess(options, pipeName, output);
            worker = new WorkerProcess(process, pipe, output, string.Create(CultureInfo.InvariantCulture, $"worker {number} ('{options.Role}')"));
            await worker.WaitUntilReadyAsync(options, cancellationToken).ConfigureAwait(false);
            return worker;
        }
        catch
        {
            if (worker is not null)
            {
                await worker.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                await pipe.DisposeAsync().ConfigureAwait(false);
                output.Dispose();
            }

            throw;
        }
        finally
        {
            // The socket's file has served once both sides hold it open.
            if (!OperatingSystem.IsWindows())
                File.Delete(pipeName);
        }
    }

    /// <summary>Sends a request and waits for the answer. After a time-out, a cancellation or a death the worker is of no further use.</summary>
    /// <param name="request">UTF-8 JSON.</param>
    /// <param name="timeout">How long the answer may take; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="cancellationToken">Ends the worker and the wait.</param>
    /// <returns>The answer, UTF-8 JSON.</returns>
    /// <exception cref="WorkerDiedException">The worker ended before it answered.</exception>
    /// <exception cref="WorkerTimeoutException">It did not answer in time, and was ended.</exception>
    /// <exception cref="WorkerHandlerException">Its code threw.</exception>
    public async Task<byte[]> CallAsync(ReadOnlyMemory<byte> request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _calling, 1) != 0)
            throw new InvalidOperationException($"The {_name} is busy: a worker answers one request at a time.");
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(timeout);
            WorkerFrame? answer;
            try
            {
                await WorkerFrame.WriteAsync(_pipe, WorkerFrameKind.Request, request, limit.Token).ConfigureAwait(false);
                answer = await WorkerFrame.ReadAsync(_pipe, limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                Kill();
                cancellationToken.ThrowIfCancellationRequested();
                throw new WorkerTimeoutException($"The {_name} did not answer within {timeout.TotalSeconds:0.###} s and was ended.{LastWords()}");
            }
            catch (IOException)
            {
                answer = null;
            }

            return answer?.Kind switch
            {
                WorkerFrameKind.Answer => answer.Json,
                WorkerFrameKind.Error => throw answer.ToException(),
                _ => throw await DeathAsync("ended before it answered").ConfigureAwait(false),
            };
        }
        finally
        {
            Volatile.Write(ref _calling, 0);
        }
    }

    /// <summary>As the overload over bytes, with requests and answers of given types.</summary>
    public async Task<TAnswer> CallAsync<TRequest, TAnswer>(
        TRequest request, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TAnswer> answerType, TimeSpan timeout, CancellationToken cancellationToken)
    {
        byte[] answer = await CallAsync(JsonSerializer.SerializeToUtf8Bytes(request, requestType), timeout, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.Deserialize(answer, answerType)!;
    }

    /// <summary>Ends the process and whatever it started, at once.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has already ended.
        }
    }

    /// <summary>Lets an idle worker end by itself, and ends a busy one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Volatile.Read(ref _calling) != 0)
            Kill();
        await _pipe.DisposeAsync().ConfigureAwait(false);
        if (!await EndsWithinAsync(PatienceAtEnd).ConfigureAwait(false))
            Kill();
        _process.Dispose();
        _output.Dispose();
    }

    private static Process StartProcess(WorkerOptions options, string pipeName, WorkerOutput output)
    {
        WorkerProgram program = options.Program ?? WorkerProgram.Current();
        var start = new ProcessStartInfo(program.FileName, program.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in options.Environment)
            start.Environment[name] = value;
        start.Environment[WorkerHost.Variable] = string.Create(CultureInfo.InvariantCulture, $"{pipeName}|{Environment.ProcessId}|{options.Role}");

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task WaitUntilReadyAsync(WorkerOptions options, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.StartTimeout);
        try
        {
            Task connecting = _pipe.WaitForConnectionAsync(limit.Token);
            Task ending = _process.WaitForExitAsync(limit.Token);
            await Task.WhenAny(connecting, ending).ConfigureAwait(false);
            limit.Token.ThrowIfCancellationRequested();
            if (connecting.IsCompletedSuccessfully && await WorkerFrame.ReadAsync(_pipe, limit.Token).ConfigureAwait(false) is { Kind: WorkerFrameKind.Ready })
                return;
        }
        catch (OperationCanceledException)
        {
            Kill();
            cancellationToken.ThrowIfCancellationRequested();
            throw new WorkerTimeoutException(
                $"The {_name} did not become ready within {options.StartTimeout.TotalSeconds:0.###} s. It is this program once more: " +
                $"does it reach the same point with the same arguments?{LastWords()}")
            { WhileStarting = true };
        }

        throw await DeathAsync("ended before it was ready; it is this program once more: does it reach the same point with the same arguments?", whileStarting: true).ConfigureAwait(false);
    }

    private async Task<WorkerDiedException> DeathAsync(string what, bool whileStarting = false)
    {
        if (!await EndsWithinAsync(PatienceAtEnd).ConfigureAwait(false))
            Kill();
        await EndsWithinAsync(PatienceAtEnd).ConfigureAwait(false);
        int exitCode = _process.HasExited ? _process.ExitCode : -1;
        string how = ExitSignal.NameOf(exitCode) is { } signal ? $"signal {signal}" : string.Create(CultureInfo.InvariantCulture, $"exit code {exitCode}");
        return new WorkerDiedException($"The {_name} {what} ({how}).{LastWords()}", exitCode, _output.LastLines()) { WhileStarting = whileStarting };
    }

    // Waits for the end of the process and of its output; a grandchild may hold the latter open, hence never for ever.
    private async Task<bool> EndsWithinAsync(TimeSpan time)
    {
        using var limit = new CancellationTokenSource(time);
        try
        {
            await _process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return _process.HasExited;
        }

        return true;
    }

    private string LastWords()
    {
        IReadOnlyList<string> lines = _output.LastLines();
        return lines.Count == 0 ? "" : $"{Environment.NewLine}Its last lines:{Environment.NewLine}  {string.Join($"{Environment.NewLine}  ", lines)}";
    }
}
