namespace TorchSharp.Modules;

/// <summary>What <see cref="ModuleList{T}"/> and <see cref="ParameterList"/> hold; every change is registered, or undone where that fails.</summary>
internal sealed class ComponentList<T>(Action register)
    where T : class
{
    private List<T> _items = [];

    public int Count => _items.Count;

    public T this[int index]
    {
        get => _items[index];
        set => Change(items => items[index] = value);
    }

    public void AddRange(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        Change(all => all.AddRange(items));
    }

    public void Insert(int index, T item) => Change(items => items.Insert(index, item));

    public bool Remove(T item)
    {
        if (IndexOf(item) is not (>= 0 and var index))
            return false;
        RemoveAt(index);
        return true;
    }

    public void RemoveAt(int index) => Change(items => items.RemoveAt(index));

    public void Clear() => Change(items => items.Clear());

    public int IndexOf(T item) => _items.FindIndex(one => ReferenceEquals(one, item));

    public void CopyTo(T[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    /// <summary>The components with their positions as names.</summary>
    public IEnumerable<(string Name, T Component)> Named() =>
        _items.Select((item, index) => (index.ToString(System.Globalization.CultureInfo.InvariantCulture), item));

    private void Change(Action<List<T>> change)
    {
        var before = _items;
        List<T> after = [.. before];
        change(after);
        if (after.Contains(null!))
            throw new ArgumentException("A component must not be null.");
        _items = after;
        try
        {
            register();
        }
        catch
        {
            _items = before;
            register();
            throw;
        }
    }
}
