using Shared.Tensors;

namespace TorchSharp.Modules;

/// <summary>The parameters of a group with their states, and the batch in which all of them take a step.</summary>
internal sealed class ParameterBlock(ParamGroup group, Parameter[] parameters, OptimizerState[] states) : IDisposable
{
    private readonly torch.Tensor?[] _gradients = new torch.Tensor?[parameters.Length];
    private readonly UpdateBatch _all = new(group.Options, parameters.Length, isKept: true);

    internal ParamGroup Group => group;

    internal Parameter[] Parameters => parameters;

    internal OptimizerState[] States => states;

    /// <summary>
    /// Updates the parameters that have gradients: all at once where they have taken equal steps, as they nearly always have.
    /// </summary>
    internal void Update(Action<UpdateBatch> update)
    {
        try
        {
            var found = 0;
            for (var i = 0; i < parameters.Length; i++)
            {
                if ((_gradients[i] = parameters[i].Gradient()) is not null)
                    found++;
            }
            if (found == parameters.Length && HaveEqualKeys())
            {
                _all.Options = group.Options;
                Run(_all, update, static (_, _) => true);
            }
            else
            {
                UpdateByKeys(update);
            }
        }
        finally
        {
            for (var i = 0; i < _gradients.Length; i++)
            {
                _gradients[i]?.Dispose();
                _gradients[i] = null;
            }
        }
    }

    /// <summary>Frees the states.</summary>
    public void Dispose()
    {
        _all.Dispose();
        foreach (var state in states)
            state.Release();
    }

    private bool HaveEqualKeys()
    {
        for (var i = 1; i < states.Length; i++)
        {
            if (states[i].Key != states[0].Key)
                return false;
        }
        return true;
    }

    private void UpdateByKeys(Action<UpdateBatch> update)
    {
        List<HashSet<int>> groups = [.. Enumerable.Range(0, parameters.Length).Where(i => _gradients[i] is not null)
            .GroupBy(i => states[i].Key).Select(one => one.ToHashSet())];
        foreach (var members in groups)
        {
            using var batch = new UpdateBatch(group.Options, members.Count, isKept: false);
            Run(batch, update, (_, i) => members.Contains(i));
        }
    }

    private void Run(UpdateBatch batch, Action<UpdateBatch> update, Func<ParameterBlock, int, bool> isMember)
    {
        var next = 0;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (!isMember(this, i))
                continue;
            batch.Parameters[next] = parameters[i];
            batch.States[next] = states[i];
            batch.Gradients[next++] = _gradients[i]!;
            _gradients[i] = null;
        }
        try
        {
            update(batch);
        }
        finally
        {
            batch.Release();
        }
    }
}
