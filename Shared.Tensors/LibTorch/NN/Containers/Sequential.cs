using System.Globalization;
using System.Runtime.CompilerServices;

namespace TorchSharp.Modules;

/// <summary>Layers that each take the output of the one before.</summary>
/// <remarks>
/// Outputs between layers are disposed as soon as the next layer has used them: where no gradient needs them, their memory is free at
/// once. A layer or hook that keeps one must keep an alias.
/// </remarks>
public sealed class Sequential : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly List<(string Name, torch.nn.IModule<torch.Tensor, torch.Tensor> Module)> _layers = [];

    internal Sequential(IEnumerable<(string Name, torch.nn.IModule<torch.Tensor, torch.Tensor> Module)> layers)
        : base(nameof(Sequential))
    {
        foreach (var (name, module) in layers)
            append(name, module);
    }

    /// <summary>The number of layers.</summary>
    public int Count => _layers.Count;

    /// <summary>A layer.</summary>
    [IndexerName("SequentialItems")]
    public torch.nn.IModule<torch.Tensor, torch.Tensor> this[int index] => _layers[index].Module;

    /// <summary>Some of the layers, shared with this object, under their names.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index]
    {
        get
        {
            var (start, count) = index.GetOffsetAndLength(_layers.Count);
            return new Sequential(_layers.GetRange(start, count));
        }
    }

    /// <summary>The layers from one (0 where left out) up to another that is excluded (the end where left out).</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? _layers.Count)];

    /// <summary>Adds a layer at the end, named after its position, and returns this object.</summary>
    public Sequential append(torch.nn.IModule<torch.Tensor, torch.Tensor> module) =>
        append(_layers.Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Adds a layer at the end, and returns this object.</summary>
    /// <exception cref="ArgumentException">The name is empty, has a dot or is taken, or the layer is not a module.</exception>
    public Sequential append(string name, torch.nn.IModule<torch.Tensor, torch.Tensor> module)
    {
        if (module is not torch.nn.Module part)
            throw new ArgumentException($"A layer must be a module; this one is {module?.GetType().ToString() ?? "null"}.", nameof(module));
        // One layer may stand at two places; its parameters are then listed once.
        register_module(name, part);
        _layers.Add((name, module));
        return this;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor)
    {
        if (_layers.Count == 0)
            return tensor.alias();
        var current = tensor;
        for (var i = 0; i < _layers.Count; i++)
        {
            var next = _layers[i].Module.call(current);
            if (i > 0 && !ReferenceEquals(next, current))
                current.Dispose();
            current = next;
        }
        return current;
    }
}
