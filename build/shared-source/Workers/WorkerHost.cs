using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SharedSource.Workers;

/// <summary>The worker's side: turns this program into a worker where another instance of it has asked for one.</summary>
internal static class WorkerHost
{
    /// <summary>The environment variable that asks for a worker: <c>pipe|process id of the asker|role</c>.</summary>
    public const string Variable = "SDK_WORKER";

    private static readonly Request? Asked = TakeRequest();

    /// <summary>The role that this process was started for; null in a program that is no worker.</summary>
    public static string? AskedRole => Asked?.Role;

    /// <summary>
    /// Call it where the program would start the work that is spread over workers. In a worker of this role it answers requests until
    /// the asker ends it or dies, and then ends the process: it never returns. Anywhere else it returns at once.
    /// </summary>
    /// <param name="role">The role.</param>
    /// <param name="handler">Turns a request (UTF-8 JSON) into an answer (UTF-8 JSON). What it throws travels to the asker.</param>
    public static async Task ServeIfAskedAsync(string role, Func<ReadOnlyMemory<byte>, ValueTask<ReadOnlyMemory<byte>>> handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(role);
        ArgumentNullException.ThrowIfNull(handler);
        if (Asked is null || Asked.Role != role)
            return;

        // Ctrl+C reaches the whole group of processes; the asker decides what becomes of its workers.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using NamedPipeClientStream pipe = await ConnectAsync(Asked).ConfigureAwait(false);
        await WorkerFrame.WriteAsync(pipe, WorkerFrameKind.Ready, "null"u8.ToArray(), CancellationToken.None).ConfigureAwait(false);

        // The asker sends the next request after the answer to the last one, so the end of the pipe amid an answer means that nobody waits for it.
        Task answering = Task.CompletedTask;
        while (await WorkerFrame.ReadAsync(pipe, CancellationToken.None).ConfigureAwait(false) is { } request)
            answering = Task.Run(() => AnswerAsync(pipe, request.Json, handler));
        End(answering.IsCompleted);
    }

    /// <summary>As the overload over bytes, with requests and answers of given types.</summary>
    public static Task ServeIfAskedAsync<TRequest, TAnswer>(
        string role, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TAnswer> answerType, Func<TRequest, ValueTask<TAnswer>> handler) =>
        ServeIfAskedAsync(role, async json =>
        {
            TRequest request = JsonSerializer.Deserialize(json.Span, requestType)!;
            TAnswer answer = await handler(request).ConfigureAwait(false);
            return JsonSerializer.SerializeToUtf8Bytes(answer, answerType);
        });

    private static async Task AnswerAsync(Stream pipe, byte[] request, Func<ReadOnlyMemory<byte>, ValueTask<ReadOnlyMemory<byte>>> handler)
    {
        WorkerFrameKind kind = WorkerFrameKind.Answer;
        ReadOnlyMemory<byte> content;
        try
        {
            content = await handler(request).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            kind = WorkerFrameKind.Error;
            content = WorkerFrame.ErrorContent(exception);
        }

        try
        {
            await WorkerFrame.WriteAsync(pipe, kind, content, CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
            End(isOrderly: false);
        }
    }

    private static async Task<NamedPipeClientStream> ConnectAsync(Request asked)
    {
        var pipe = new NamedPipeClientStream(".", asked.Pipe, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        while (true)
        {
            try
            {
                await pipe.ConnectAsync(TimeSpan.FromSeconds(1), CancellationToken.None).ConfigureAwait(false);
                return pipe;
            }
            catch (Exception exception) when (exception is TimeoutException or IOException)
            {
                if (!IsAlive(asked.AskerId))
                    End(isOrderly: false);
            }
        }
    }

    private static bool IsAlive(int processId)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // A worker is a program of its own: when its asker has gone it must end, even out of a handler that never returns.
#pragma warning disable RS0030
    [DoesNotReturn]
    private static void End(bool isOrderly)
    {
        if (!isOrderly)
            Process.GetCurrentProcess().Kill();
        Environment.Exit(0);
    }
#pragma warning restore RS0030

    // Taken out of the environment, so that programs which the worker starts are no workers, and kept where the copies of this code in
    // other assemblies of the program find it.
    private static Request? TakeRequest()
    {
        if ((Environment.GetEnvironmentVariable(Variable) ?? AppContext.GetData(Variable) as string) is not { } text)
            return null;
        AppContext.SetData(Variable, text);
        Environment.SetEnvironmentVariable(Variable, value: null);
        string[] parts = text.Split('|', 3);
        return new Request(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
    }

    private sealed record Request(string Pipe, int AskerId, string Role);
}
