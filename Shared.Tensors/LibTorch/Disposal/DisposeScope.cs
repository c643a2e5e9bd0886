namespace TorchSharp;

/// <summary>
/// Owns what is created on its thread while it is the innermost open scope, and disposes it when it ends. Results that must survive are
/// moved to the outer scope or detached before that.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    private readonly Lock _gate = new();
    private readonly DisposeScopeManager _manager;
    private readonly DisposeScope? _outer;
    private HashSet<IDisposable> _items = new(ReferenceEqualityComparer.Instance);

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        _manager = manager;
        _outer = outer;
    }

    /// <summary>How many objects the scope owns.</summary>
    public int DisposablesCount
    {
        get
        {
            lock (_gate)
                return _items.Count;
        }
    }

    /// <summary>A copy of the list of objects that the scope owns.</summary>
    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            lock (_gate)
                return [.. _items];
        }
    }

    /// <summary>Whether the scope owns the object.</summary>
    public bool Contains(IDisposable disposable)
    {
        lock (_gate)
            return _items.Contains(disposable);
    }

    /// <summary>Disposes what the scope owns; the scope stays open.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes what the scope owns except some objects, which it keeps.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        ArgumentNullException.ThrowIfNull(inKeep);
        var kept = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        HashSet<IDisposable> all;
        lock (_gate)
        {
            all = _items;
            kept.IntersectWith(all);
            _items = kept;
        }
        foreach (var item in all)
        {
            if (kept.Contains(item))
                continue;
            item.Dispose();
        }
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    /// <summary>The object was disposed by its owner: the scope forgets it.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Remove(disposable);

    /// <summary>Disposes what the scope owns and ends it.</summary>
    public void Dispose()
    {
        DisposeEverything();
        _manager.Close(this);
    }

    internal void Include(IDisposable disposable)
    {
        lock (_gate)
            _items.Add(disposable);
    }

    private bool Remove(IDisposable disposable)
    {
        lock (_gate)
            return _items.Remove(disposable);
    }
}
