namespace TorchSharp.Modules;

/// <summary>
/// The running means of many small parameters in one tensor for each kind, of which the states hold views: an operator of a step is
/// then one call for all parameters, whose elements it treats as it would one by one.
/// </summary>
internal sealed class FlatMoments : IDisposable
{
    // Of larger parameters the elements cost more than the calls, and gathering the gradients would cost more than it saves.
    private const long MaxElements = 1 << 16;

    private static readonly Operator Flatten = new("aten::flatten_dense_tensors");
    private static readonly Operator Unflatten = new("aten::unflatten_dense_tensors");
    private static readonly Operator SqrtInto = new("aten::sqrt", "out");

    private readonly List<torch.Tensor[]> _flat = [];
    private readonly List<torch.Tensor[]> _views = [];
    private torch.Tensor[] _scratch = [];

    /// <summary>The square roots that <see cref="Root"/> wrote, parameter by parameter.</summary>
    internal torch.Tensor[] RootViews { get; private set; } = [];

    /// <summary>Whether parameters of this number, size and place gain.</summary>
    internal static bool Fit(torch.Tensor[] parameters)
    {
        long elements = 0;
        var first = parameters[0].Info;
        foreach (var parameter in parameters)
        {
            var info = parameter.Info;
            if (info.DeviceType != (int)DeviceType.CPU || info.DType != first.DType)
                return false;
            elements += info.Count;
        }
        return parameters.Length > 1 && elements <= MaxElements
            && (torch.ScalarType)first.DType is torch.ScalarType.Float32 or torch.ScalarType.Float64;
    }

    /// <summary>Makes the states' first tensors views, where they are not yet.</summary>
    internal void Adopt(OptimizerState[] states, int kinds)
    {
        while (_flat.Count < kinds)
        {
            _flat.Add([]);
            _views.Add([]);
        }
        for (var kind = 0; kind < kinds; kind++)
        {
            if (!AreViews(states, kind))
                Gather(states, kind);
        }
        if (_scratch.Length == 0)
        {
            _scratch = [torch.empty_like(_flat[0][0]).DetachFromDisposeScope()];
            RootViews = Apart(_scratch[0], _views[0]);
        }
    }

    /// <summary>All running means of a kind as one tensor.</summary>
    internal torch.Tensor[] All(int kind) => _flat[kind];

    /// <summary>The same, parameter by parameter.</summary>
    internal torch.Tensor[] Views(int kind) => _views[kind];

    /// <summary>Tensors of the parameters' shapes as one.</summary>
    internal static torch.Tensor Together(torch.Tensor[] tensors) => Flatten.Call(tensors);

    /// <summary>The square roots of a kind, in memory that is kept.</summary>
    internal torch.Tensor[] Root(torch.Tensor[] all)
    {
        SqrtInto.Run(all[0], _scratch[0]);
        return _scratch;
    }

    public void Dispose()
    {
        // The views are the states', which free them.
        foreach (var tensor in _flat.SelectMany(one => one).Concat(_scratch).Concat(RootViews))
            tensor.Dispose();
        _flat.Clear();
        _views.Clear();
        _scratch = RootViews = [];
    }

    private bool AreViews(OptimizerState[] states, int kind)
    {
        var views = _views[kind];
        if (views.Length != states.Length)
            return false;
        for (var i = 0; i < views.Length; i++)
        {
            if (!ReferenceEquals(states[i].Slot(kind), views[i]))
                return false;
        }
        return true;
    }

    private void Gather(OptimizerState[] states, int kind)
    {
        var apart = Array.ConvertAll(states, state => state.Slot(kind));
        foreach (var old in _flat[kind])
            old.Dispose();
        _flat[kind] = [Together(apart).DetachFromDisposeScope()];
        _views[kind] = Apart(_flat[kind][0], apart);
        for (var i = 0; i < states.Length; i++)
        {
            ref var slot = ref states[i].Slot(kind);
            slot.Dispose();
            slot = _views[kind][i];
        }
    }

    private static torch.Tensor[] Apart(torch.Tensor all, torch.Tensor[] shapes) =>
        Array.ConvertAll(Unflatten.CallList(all, shapes), view => view.DetachFromDisposeScope());
}
