namespace TorchSharp.Modules;

/// <summary>
/// Parameters that take a step together, as lists for operators over lists. It is kept from step to step, so that a step allocates
/// the gradients' handles only.
/// </summary>
internal sealed class UpdateBatch(OptimizerOptions options, int count, bool isKept) : IDisposable
{
    private readonly List<torch.Tensor[]> _owned = [];
    private readonly List<torch.Tensor[]> _slots = [];
    private FlatMoments? _flat;

    internal OptimizerOptions Options { get; set; } = options;

    internal torch.Tensor[] Parameters { get; } = new torch.Tensor[count];

    internal torch.Tensor[] Gradients { get; } = new torch.Tensor[count];

    internal OptimizerState[] States { get; } = new OptimizerState[count];

    /// <summary>Counts one step more for every parameter, and returns the number of this step, from 1 on.</summary>
    internal long NextStep()
    {
        var step = States[0].Steps + 1;
        foreach (var state in States)
            state.Steps = step;
        return step;
    }

    /// <summary>A tensor of each state; zeros where an option that needs it was switched on since.</summary>
    internal torch.Tensor[] Slot(int index)
    {
        while (_slots.Count <= index)
            _slots.Add(new torch.Tensor[count]);
        var tensors = _slots[index];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = States[i].SlotOrZeros(index);
        return tensors;
    }

    /// <summary>The first tensors of all states together, where that is faster; null otherwise.</summary>
    internal FlatMoments? Flat(int kinds)
    {
        if (!isKept || !FlatMoments.Fit(Parameters))
            return null;
        for (var kind = 0; kind < kinds; kind++)
            Slot(kind);
        _flat ??= new FlatMoments();
        _flat.Adopt(States, kinds);
        return _flat;
    }

    /// <summary>Frees what is kept from step to step.</summary>
    public void Dispose() => _flat?.Dispose();

    /// <summary>Tensors of this step that are freed at its end.</summary>
    internal torch.Tensor[] Own(torch.Tensor[] tensors)
    {
        _owned.Add(tensors);
        return tensors;
    }

    /// <summary>The gradients with their sign for going up, and with the penalty on large parameters.</summary>
    internal torch.Tensor[] Directions(bool? maximize, double? weightDecay)
    {
        var directions = Gradients;
        if (maximize == true)
            directions = Own(Foreach.Neg.CallList(directions));
        if (weightDecay is { } decay and not 0)
            directions = Own(Foreach.AddByList.CallList(directions, Parameters, decay));
        return directions;
    }

    /// <summary>Frees what <see cref="Own"/> took, and the gradients' handles.</summary>
    internal void Release()
    {
        foreach (var tensors in _owned)
        {
            foreach (var tensor in tensors)
                tensor.Dispose();
        }
        _owned.Clear();
        for (var i = 0; i < Gradients.Length; i++)
        {
            Gradients[i]?.Dispose();
            Gradients[i] = null!;
        }
    }
}
