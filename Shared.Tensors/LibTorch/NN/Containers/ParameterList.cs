using System.Collections;

namespace TorchSharp.Modules;

/// <summary>A list of parameters, named 0, 1, ...</summary>
public sealed class ParameterList : torch.nn.Module, IList<Parameter>
{
    private readonly ComponentList<Parameter> _items;

    /// <summary>A list of parameters.</summary>
    public ParameterList(params Parameter[] parameters)
        : base(nameof(ParameterList))
    {
        _items = new(RegisterComponents);
        extend(parameters);
    }

    /// <summary>The number of parameters.</summary>
    public int Count => _items.Count;

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>The parameter at a position; a replaced one is not disposed.</summary>
    public Parameter this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    /// <summary>Adds parameters at the end.</summary>
    public void append(params Parameter[] parameters) => extend(parameters);

    /// <summary>Adds parameters at the end.</summary>
    public void extend(IEnumerable<Parameter> parameters) => _items.AddRange(parameters);

    /// <summary>Adds one parameter at the end.</summary>
    public void Add(Parameter item) => Insert(Count, item);

    /// <summary>Adds one parameter at a position; later ones get other names.</summary>
    public void Insert(int index, Parameter item) => _items.Insert(index, item);

    /// <summary>Takes out one parameter without disposing it; later ones get other names.</summary>
    public bool Remove(Parameter item) => _items.Remove(item);

    /// <summary>Takes out the parameter at a position without disposing it; later ones get other names.</summary>
    public void RemoveAt(int index) => _items.RemoveAt(index);

    /// <summary>Takes out all parameters without disposing them.</summary>
    public void Clear() => _items.Clear();

    /// <summary>Whether the parameter is in the list.</summary>
    public bool Contains(Parameter item) => IndexOf(item) >= 0;

    /// <summary>The position of the parameter; -1 where it is not in the list.</summary>
    public int IndexOf(Parameter item) => _items.IndexOf(item);

    /// <summary>Copies the parameters into an array from a position on.</summary>
    public void CopyTo(Parameter[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <summary>The parameters in order.</summary>
    public IEnumerator<Parameter> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Names the parameters after their positions.</summary>
    protected override void RegisterComponents() => ReplaceParameters(_items.Named());
}
