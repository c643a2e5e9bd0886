using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Modules;

/// <summary>What <see cref="ModuleDict{T}"/> and <see cref="ParameterDict"/> hold, in the order of adding; every change is registered, or undone where that fails.</summary>
internal sealed class ComponentDictionary<T>(Action register)
    where T : class
{
    private OrderedDictionary<string, T> _items = new(StringComparer.Ordinal);

    public int Count => _items.Count;

    public IReadOnlyList<string> Keys => _items.Keys;

    public IReadOnlyList<T> Values => _items.Values;

    public T this[string key]
    {
        get => _items[key];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Change(items => items[key] = value);
        }
    }

    public (string, T) this[int index]
    {
        get => (_items.GetAt(index).Key, _items.GetAt(index).Value);
        set
        {
            ArgumentNullException.ThrowIfNull(value.Item2);
            Change(items => items.SetAt(index, value.Item1, value.Item2));
        }
    }

    public void Add(string key, T value) => Insert(Count, key, value);

    public void Insert(int index, string key, T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Change(items => items.Insert(index, key, value));
    }

    public bool Remove(string key)
    {
        if (!_items.ContainsKey(key))
            return false;
        Change(items => items.Remove(key));
        return true;
    }

    public bool Remove(string key, T value) => IndexOf(key, value) >= 0 && Remove(key);

    public void RemoveAt(int index) => Change(items => items.RemoveAt(index));

    public void Clear() => Change(items => items.Clear());

    public bool ContainsKey(string key) => _items.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _items.TryGetValue(key, out value);

    public int IndexOf(string key, T value) => _items.TryGetValue(key, out var known) && ReferenceEquals(known, value) ? _items.IndexOf(key) : -1;

    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => ((ICollection<KeyValuePair<string, T>>)_items).CopyTo(array, arrayIndex);

    public void CopyTo((string, T)[] array, int arrayIndex)
    {
        ArgumentNullException.ThrowIfNull(array);
        foreach (var (key, value) in _items)
            array[arrayIndex++] = (key, value);
    }

    public IEnumerable<KeyValuePair<string, T>> Pairs() => _items;

    /// <summary>The components with their names.</summary>
    public IEnumerable<(string Name, T Component)> Named() => _items.Select(item => (item.Key, item.Value));

    private void Change(Action<OrderedDictionary<string, T>> change)
    {
        var before = _items;
        var after = new OrderedDictionary<string, T>(before, before.Comparer);
        change(after);
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
