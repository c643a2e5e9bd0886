namespace ExpUtils.Running;

/// <summary>Runs a delegate in this process.</summary>
/// <param name="body">The work of a run.</param>
public sealed class DelegateExecutor(Func<RunContext, CancellationToken, ValueTask> body) : IRunExecutor
{
    private readonly Func<RunContext, CancellationToken, ValueTask> _body = body ?? throw new ArgumentNullException(nameof(body));

    /// <summary>Runs a delegate that computes without waiting for anything.</summary>
    /// <param name="body">The work of a run.</param>
    public DelegateExecutor(Action<RunContext, CancellationToken> body)
        : this(Wrap(body))
    {
    }

    /// <inheritdoc/>
    public ValueTask ExecuteAsync(RunContext run, CancellationToken cancellationToken) => _body(run, cancellationToken);

    private static Func<RunContext, CancellationToken, ValueTask> Wrap(Action<RunContext, CancellationToken> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return (run, cancellationToken) =>
        {
            body(run, cancellationToken);
            return ValueTask.CompletedTask;
        };
    }
}
