namespace TorchSharp.Modules;

/// <summary>An optimizer with groups of parameters, options for each group, and a state for each parameter.</summary>
public abstract partial class OptimizerHelper : torch.optim.Optimizer
{
    private readonly List<ParameterBlock> _blocks = [];
    private readonly HashSet<Parameter> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Action<UpdateBatch> _update;

    private protected OptimizerHelper(OptimizerOptions defaults)
    {
        Defaults = defaults;
        _update = Update;
    }

    internal OptimizerOptions Defaults { get; }

    /// <inheritdoc/>
    public override void zero_grad()
    {
        foreach (var block in _blocks)
        {
            foreach (var parameter in block.Parameters)
                NativeError.Check(NativeMethods.st_set_grad(parameter.Handle, 0));
        }
    }

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        ArgumentNullException.ThrowIfNull(param_group.Parameters, "parameters");
        Parameter[] members = [.. param_group.Parameters];
        if (members.Length == 0)
            throw new ArgumentException("optimizer got an empty parameter list", nameof(param_group));
        var options = param_group.Options ?? Defaults.New();
        options.TakeDefaults(Defaults);
        options.Validate();
        var added = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
        foreach (var parameter in members)
        {
            ArgumentNullException.ThrowIfNull(parameter, nameof(param_group));
            if (!parameter.is_leaf)
                throw new ArgumentException("can't optimize a non-leaf Tensor", nameof(param_group));
            if (_known.Contains(parameter) || !added.Add(parameter))
                throw new ArgumentException("some parameters appear in more than one parameter group", nameof(param_group));
        }
        param_group.Options = options;
        _known.UnionWith(added);
        _blocks.Add(new ParameterBlock(param_group, members, Array.ConvertAll(members, parameter => NewState(parameter, options))));
    }

    /// <summary>Moves the state to a device.</summary>
    public void to(torch.Device device)
    {
        foreach (var state in States)
            state.to(device);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var block in _blocks)
                block.Dispose();
        }
        base.Dispose(disposing);
    }

    private protected override IEnumerable<torch.optim.ILearningRateController> Groups => _blocks.Select(block => block.Group);

    private protected override IEnumerable<Parameter> Members => _blocks.SelectMany(block => block.Parameters);

    private protected IEnumerable<OptimizerState> States => _blocks.SelectMany(block => block.States);

    /// <summary>The state of a parameter before its first step.</summary>
    private protected abstract OptimizerState NewState(Parameter parameter, OptimizerOptions options);

    /// <summary>Changes parameters that have taken equal steps.</summary>
    private protected abstract void Update(UpdateBatch batch);

    private protected override void Advance()
    {
        foreach (var block in _blocks)
            block.Update(_update);
    }

    private protected void AddGroups(IEnumerable<ParamGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Defaults.Validate();
        foreach (var group in groups)
            add_param_group(group);
        if (_blocks.Count == 0)
            throw new ArgumentException("optimizer got an empty parameter list", "parameters");
    }
}
