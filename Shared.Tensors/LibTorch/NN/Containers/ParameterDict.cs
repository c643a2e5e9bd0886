using System.Collections;

namespace TorchSharp.Modules;

/// <summary>Parameters by name, in the order of adding.</summary>
public sealed class ParameterDict : torch.nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
{
    private readonly ComponentDictionary<Parameter> _items;

    /// <summary>An empty dictionary.</summary>
    public ParameterDict()
        : base(nameof(ParameterDict)) => _items = new(RegisterComponents);

    /// <summary>The number of parameters.</summary>
    public int Count => _items.Count;

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>The names in order.</summary>
    public ICollection<string> Keys => [.. _items.Keys];

    /// <summary>The parameters in order.</summary>
    public ICollection<Parameter> Values => [.. _items.Values];

    /// <summary>The parameter of a name; a replaced one is not disposed.</summary>
    public Parameter this[string key]
    {
        get => _items[key];
        set => _items[key] = value;
    }

    /// <summary>The parameter at a position, with its name; a replaced one is not disposed.</summary>
    public (string, Parameter) this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    /// <summary>The names in order.</summary>
    public IEnumerable<string> keys() => _items.Keys;

    /// <summary>The parameters in order.</summary>
    public IEnumerable<Parameter> values() => _items.Values;

    /// <summary>The parameters with their names, in order.</summary>
    public IEnumerator<(string, Parameter)> items() => GetEnumerator();

    /// <summary>Takes out all parameters without disposing them.</summary>
    public void clear() => Clear();

    /// <summary>Adds one parameter.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add(string key, Parameter value) => _items.Add(key, value);

    /// <inheritdoc cref="Add(string, Parameter)"/>
    public void Add(KeyValuePair<string, Parameter> item) => Add(item.Key, item.Value);

    /// <inheritdoc cref="Add(string, Parameter)"/>
    public void Add((string, Parameter) item) => Add(item.Item1, item.Item2);

    /// <summary>Adds one parameter at a position.</summary>
    public void Insert(int index, (string, Parameter) item) => _items.Insert(index, item.Item1, item.Item2);

    /// <summary>Takes out the parameter of a name without disposing it.</summary>
    public bool Remove(string key) => _items.Remove(key);

    /// <summary>Takes out one parameter without disposing it, if it has that name.</summary>
    public bool Remove(KeyValuePair<string, Parameter> item) => _items.Remove(item.Key, item.Value);

    /// <inheritdoc cref="Remove(KeyValuePair{string, Parameter})"/>
    public bool Remove((string, Parameter) item) => _items.Remove(item.Item1, item.Item2);

    /// <summary>Takes out the parameter at a position without disposing it.</summary>
    public void RemoveAt(int index) => _items.RemoveAt(index);

    /// <summary>Takes out all parameters without disposing them.</summary>
    public void Clear() => _items.Clear();

    /// <summary>Whether there is a parameter of that name.</summary>
    public bool ContainsKey(string key) => _items.ContainsKey(key);

    /// <summary>Whether that parameter is there under that name.</summary>
    public bool Contains(KeyValuePair<string, Parameter> item) => Contains((item.Key, item.Value));

    /// <inheritdoc cref="Contains(KeyValuePair{string, Parameter})"/>
    public bool Contains((string, Parameter) item) => IndexOf(item) >= 0;

    /// <summary>The position of a parameter of that name; -1 where it is not there.</summary>
    public int IndexOf((string, Parameter) item) => _items.IndexOf(item.Item1, item.Item2);

    /// <summary>Finds the parameter of a name.</summary>
    public bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out Parameter value) => _items.TryGetValue(key, out value);

    /// <summary>Copies the parameters into an array from a position on.</summary>
    public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc cref="CopyTo(KeyValuePair{string, Parameter}[], int)"/>
    public void CopyTo((string, Parameter)[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <summary>The parameters with their names, in order.</summary>
    public IEnumerator<(string, Parameter)> GetEnumerator() => _items.Named().GetEnumerator();

    IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() => _items.Pairs().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Registers the parameters under their names.</summary>
    protected override void RegisterComponents() => ReplaceParameters(_items.Named());
}
