namespace TorchSharp.Modules;

/// <summary>Adam with the decay of parameters apart from the gradients.</summary>
/// <remarks>
/// <b>Source:</b> Loshchilov &amp; Hutter (2019), "Decoupled Weight Decay Regularization".
/// </remarks>
public sealed partial class AdamW : OptimizerHelper, torch.optim.IBetas
{
    /// <summary>An optimizer of one group of parameters.</summary>
    /// <param name="parameters">The parameters, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="beta1">The decay rate of the running mean of gradients. Range: 0 to below 1.</param>
    /// <param name="beta2">The decay rate of the running mean of their squares. Range: 0 to below 1.</param>
    /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
    /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
    /// <param name="amsgrad">Whether to use the largest running mean of squares so far.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public AdamW(IEnumerable<Parameter> parameters,
        double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
        bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <summary>An optimizer of groups of parameters; the options are those of the groups that have none of their own.</summary>
    /// <param name="parameters">The groups, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="beta1">The decay rate of the running mean of gradients. Range: 0 to below 1.</param>
    /// <param name="beta2">The decay rate of the running mean of their squares. Range: 0 to below 1.</param>
    /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
    /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
    /// <param name="amsgrad">Whether to use the largest running mean of squares so far.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public AdamW(IEnumerable<ParamGroup> parameters,
        double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
        bool amsgrad = false, bool maximize = false)
        : base(new Options
        {
            LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay,
            amsgrad = amsgrad, maximize = maximize
        }) => AddGroups(parameters);

    /// <summary>The decay rates of the first group; setting them sets those of every group.</summary>
    public (double, double) Betas
    {
        get => ((torch.optim.IBetas)ParamGroups.First()).Betas;
        set
        {
            foreach (var group in ParamGroups.Cast<torch.optim.IBetas>())
                group.Betas = value;
        }
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter, (Options)options);
}
