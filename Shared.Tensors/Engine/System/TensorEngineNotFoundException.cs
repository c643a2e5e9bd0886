namespace Shared.Tensors;

/// <summary>
/// The native part of the tensor engine, or the libtorch under it, could not be loaded. The message lists every file that was tried,
/// why each was refused, and what to install. Thrown by the first torch call; the next call tries again.
/// </summary>
public sealed class TensorEngineNotFoundException : DllNotFoundException
{
    /// <summary>Creates the exception from what was tried, one line each.</summary>
    public TensorEngineNotFoundException(IReadOnlyList<string> trace)
        : base(Describe(trace)) => Trace = trace;

    /// <summary>Each file that was tried with the reason why it was refused.</summary>
    public IReadOnlyList<string> Trace { get; }

    private static string Describe(IReadOnlyList<string> trace) => string.Join(Environment.NewLine,
    [
        "Tensors need libtorch and the native part of Shared.Tensors, which could not be loaded. Tried:",
        .. trace.Select(line => "  " + line),
        "To install them on Debian or Ubuntu: run 'build/bootstrap torch', or apt-get install libtorch-dev libopenblas0-pthread cmake g++; "
            + "then rebuild. To use another libtorch, set LIBTORCH to its folder when building and running.",
    ]);
}
