using System.Runtime.InteropServices;

namespace ExpUtils.Running;

/// <summary>
/// Ctrl-C, SIGTERM (which Slurm sends before a time limit, a preemption or a cancellation) and SIGHUP as a token: the first signal asks for an
/// orderly end, the second one ends the program at once.
/// </summary>
public sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Begins to listen.</summary>
    public StopSignals() => _registrations =
        [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, Handle))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested)
            return;
        context.Cancel = true;
        // Not here: what the token wakes may take its time, and the next signal must get through.
        _ = _source.CancelAsync();
    }
}
