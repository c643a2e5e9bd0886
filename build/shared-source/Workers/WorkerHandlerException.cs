namespace SharedSource.Workers;

/// <summary>The code that a worker ran for a request threw; the worker lives on.</summary>
internal sealed class WorkerHandlerException(string remoteType, string remoteMessage, string remoteStackTrace)
    : Exception($"{remoteType} in a worker process: {remoteMessage}")
{
    /// <summary>The full name of the exception's type.</summary>
    public string RemoteType { get; } = remoteType;

    /// <summary>The exception's message.</summary>
    public string RemoteMessage { get; } = remoteMessage;

    /// <summary>The exception with its inner ones and their stack traces, as text.</summary>
    public string RemoteStackTrace { get; } = remoteStackTrace;

    /// <inheritdoc/>
    public override string ToString() => $"{base.ToString()}{Environment.NewLine}--- in the worker:{Environment.NewLine}{RemoteStackTrace}";
}
