using System.Collections;

namespace TorchSharp.Modules;

/// <summary>A list of modules, named 0, 1, ...</summary>
public sealed class ModuleList<T> : torch.nn.Module, IList<T>
    where T : torch.nn.Module
{
    private readonly ComponentList<T> _items;

    /// <summary>A list of modules.</summary>
    public ModuleList(params T[] modules)
        : base(nameof(ModuleList<>))
    {
        _items = new(RegisterComponents);
        extend(modules);
    }

    /// <summary>The number of modules.</summary>
    public int Count => _items.Count;

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>The module at a position; a replaced one is not disposed.</summary>
    public T this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    /// <summary>Adds modules at the end.</summary>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Adds modules at the end.</summary>
    public void extend(IEnumerable<T> modules) => _items.AddRange(modules);

    /// <summary>Adds one module at the end.</summary>
    public void Add(T item) => Insert(Count, item);

    /// <summary>Adds one module at a position; later ones get other names.</summary>
    public void Insert(int index, T item) => _items.Insert(index, item);

    /// <summary>Takes out one module without disposing it; later ones get other names.</summary>
    public bool Remove(T item) => _items.Remove(item);

    /// <summary>Takes out the module at a position without disposing it; later ones get other names.</summary>
    public void RemoveAt(int index) => _items.RemoveAt(index);

    /// <summary>Takes out all modules without disposing them.</summary>
    public void Clear() => _items.Clear();

    /// <summary>Whether the module is in the list.</summary>
    public bool Contains(T item) => IndexOf(item) >= 0;

    /// <summary>The position of the module; -1 where it is not in the list.</summary>
    public int IndexOf(T item) => _items.IndexOf(item);

    /// <summary>Copies the modules into an array from a position on.</summary>
    public void CopyTo(T[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <summary>The modules in order.</summary>
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Names the modules after their positions.</summary>
    protected override void RegisterComponents() => ReplaceModules(_items.Named().Select(item => (item.Name, (torch.nn.Module)item.Component)));
}
