namespace TorchSharp;

/// <summary>Counts of the tensors that one thread created and disposed, within dispose scopes and outside them.</summary>
public sealed class ThreadDisposeScopeStatistics
{
    private long _disposed;

    /// <summary>Tensors created while no scope was open.</summary>
    public long CreatedOutsideScopeCount { get; private set; }

    /// <summary>Tensors created within a scope.</summary>
    public long CreatedInScopeCount { get; private set; }

    /// <summary>Tensors taken out of their scope without being disposed.</summary>
    public long DetachedFromScopeCount { get; private set; }

    /// <summary>Tensors disposed while they belonged to a scope.</summary>
    public long DisposedInScopeCount { get; private set; }

    /// <summary>Tensors that this thread created less those that it disposed; finalized ones are not subtracted.</summary>
    public long ThreadTotalLiveCount => CreatedOutsideScopeCount + CreatedInScopeCount - _disposed;

    /// <summary>Sets all counts to 0.</summary>
    public void Reset()
    {
        CreatedOutsideScopeCount = 0;
        CreatedInScopeCount = 0;
        DetachedFromScopeCount = 0;
        DisposedInScopeCount = 0;
        _disposed = 0;
    }

    internal void Created(bool inScope)
    {
        if (inScope)
            CreatedInScopeCount++;
        else
            CreatedOutsideScopeCount++;
    }

    internal void Disposed(bool inScope)
    {
        _disposed++;
        if (inScope)
            DisposedInScopeCount++;
    }

    internal void Detached() => DetachedFromScopeCount++;
}
