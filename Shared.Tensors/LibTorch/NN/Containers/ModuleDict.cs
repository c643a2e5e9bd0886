using System.Collections;

namespace TorchSharp.Modules;

/// <summary>Modules by name, in the order of adding.</summary>
public sealed class ModuleDict<T> : torch.nn.Module, IDictionary<string, T>, IList<(string, T)>
    where T : torch.nn.Module
{
    private readonly ComponentDictionary<T> _items;

    /// <summary>An empty dictionary.</summary>
    public ModuleDict()
        : base(nameof(ModuleDict<>)) => _items = new(RegisterComponents);

    /// <summary>The number of modules.</summary>
    public int Count => _items.Count;

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>The names in order.</summary>
    public ICollection<string> Keys => [.. _items.Keys];

    /// <summary>The modules in order.</summary>
    public ICollection<T> Values => [.. _items.Values];

    /// <summary>The module of a name; a replaced one is not disposed.</summary>
    public T this[string key]
    {
        get => _items[key];
        set => _items[key] = value;
    }

    /// <summary>The module at a position, with its name; a replaced one is not disposed.</summary>
    public (string, T) this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    /// <summary>The names in order.</summary>
    public IEnumerable<string> keys() => _items.Keys;

    /// <summary>The modules in order.</summary>
    public IEnumerable<T> values() => _items.Values;

    /// <summary>The modules with their names, in order.</summary>
    public IEnumerator<(string, T)> items() => GetEnumerator();

    /// <summary>Takes out all modules without disposing them.</summary>
    public void clear() => Clear();

    /// <summary>Adds one module.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add(string key, T value) => _items.Add(key, value);

    /// <inheritdoc cref="Add(string, T)"/>
    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    /// <inheritdoc cref="Add(string, T)"/>
    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    /// <summary>Adds one module at a position.</summary>
    public void Insert(int index, (string, T) item) => _items.Insert(index, item.Item1, item.Item2);

    /// <summary>Takes out the module of a name without disposing it.</summary>
    public bool Remove(string key) => _items.Remove(key);

    /// <summary>Takes out one module without disposing it, if it has that name.</summary>
    public bool Remove(KeyValuePair<string, T> item) => _items.Remove(item.Key, item.Value);

    /// <inheritdoc cref="Remove(KeyValuePair{string, T})"/>
    public bool Remove((string, T) item) => _items.Remove(item.Item1, item.Item2);

    /// <summary>Takes out the module at a position without disposing it.</summary>
    public void RemoveAt(int index) => _items.RemoveAt(index);

    /// <summary>Takes out all modules without disposing them.</summary>
    public void Clear() => _items.Clear();

    /// <summary>Whether there is a module of that name.</summary>
    public bool ContainsKey(string key) => _items.ContainsKey(key);

    /// <summary>Whether that module is there under that name.</summary>
    public bool Contains(KeyValuePair<string, T> item) => Contains((item.Key, item.Value));

    /// <inheritdoc cref="Contains(KeyValuePair{string, T})"/>
    public bool Contains((string, T) item) => IndexOf(item) >= 0;

    /// <summary>The position of a module of that name; -1 where it is not there.</summary>
    public int IndexOf((string, T) item) => _items.IndexOf(item.Item1, item.Item2);

    /// <summary>Finds the module of a name.</summary>
    public bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value) => _items.TryGetValue(key, out value);

    /// <summary>Copies the modules into an array from a position on.</summary>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc cref="CopyTo(KeyValuePair{string, T}[], int)"/>
    public void CopyTo((string, T)[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <summary>The modules with their names, in order.</summary>
    public IEnumerator<(string, T)> GetEnumerator() => _items.Named().GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => _items.Pairs().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Registers the modules under their names.</summary>
    protected override void RegisterComponents() => ReplaceModules(_items.Named().Select(item => (item.Name, (torch.nn.Module)item.Component)));
}
