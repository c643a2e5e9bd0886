namespace TorchSharp;

/// <summary>The dispose scopes of one thread, innermost last.</summary>
public sealed class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? OfThread;

    private readonly List<DisposeScope> _open = [];

    /// <summary>Counts of the tensors created and disposed by the calling thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => Current.Counts;

    internal static DisposeScopeManager Current => OfThread ??= new DisposeScopeManager();

    internal ThreadDisposeScopeStatistics Counts { get; } = new();

    internal DisposeScope? Innermost { get; private set; }

    /// <summary>Puts a new tensor into the innermost scope, if there is one.</summary>
    internal DisposeScope? Register(IDisposable disposable)
    {
        Counts.Created(Innermost is not null);
        Innermost?.Include(disposable);
        return Innermost;
    }

    internal DisposeScope Open()
    {
        Innermost = new DisposeScope(this, outer: Innermost);
        _open.Add(Innermost);
        return Innermost;
    }

    internal void Close(DisposeScope scope)
    {
        _open.Remove(scope);
        Innermost = _open.Count > 0 ? _open[^1] : null;
    }
}
