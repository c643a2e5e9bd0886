namespace TorchSharp.Modules;

/// <summary>Parameters that share options of one optimizer.</summary>
/// <typeparam name="TOptions">The optimizer's options.</typeparam>
public class ParamGroup<TOptions> : ParamGroup
    where TOptions : OptimizerOptions
{
    /// <summary>An empty group, to be filled by its properties.</summary>
    public ParamGroup()
    {
    }

    /// <summary>A group of these parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="options">The options; null for those of the optimizer.</param>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        base.Parameters = parameters;
        base.Options = options!;
    }

    /// <summary>The options; those that are null become the optimizer's when the group is added.</summary>
    public new TOptions Options
    {
        get => (TOptions)base.Options;
        set => base.Options = value;
    }
}
