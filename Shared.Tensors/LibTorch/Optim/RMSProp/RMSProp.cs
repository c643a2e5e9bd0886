namespace TorchSharp.Modules;

/// <summary>RMSProp: steps divided by the root of the running mean of squared gradients.</summary>
/// <remarks>
/// <b>Source:</b> Hinton, Srivastava &amp; Swersky (2012), "Neural Networks for Machine Learning", lecture 6; centered: Graves (2013).
/// </remarks>
public sealed partial class RMSProp : OptimizerHelper, torch.optim.IMomentum
{
    /// <summary>An optimizer of one group of parameters.</summary>
    /// <param name="parameters">The parameters, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="alpha">The decay rate of the running mean of squares. Range: at least 0.</param>
    /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
    /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
    /// <param name="momentum">The share of the last change that goes on. Range: at least 0.</param>
    /// <param name="centered">Whether to divide by an estimate of the standard deviation instead.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public RMSProp(IEnumerable<Parameter> parameters,
        double lr = 0.001, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0,
        bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    /// <summary>An optimizer of groups of parameters; the options are those of the groups that have none of their own.</summary>
    /// <param name="parameters">The groups, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="alpha">The decay rate of the running mean of squares. Range: at least 0.</param>
    /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
    /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
    /// <param name="momentum">The share of the last change that goes on. Range: at least 0.</param>
    /// <param name="centered">Whether to divide by an estimate of the standard deviation instead.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public RMSProp(IEnumerable<ParamGroup> parameters,
        double lr = 0.001, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0,
        bool centered = false, bool maximize = false)
        : base(new Options
        {
            LearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum,
            centered = centered, maximize = maximize
        }) => AddGroups(parameters);

    /// <summary>The momentum of the first group; setting it sets that of every group.</summary>
    public double Momentum
    {
        get => ((torch.optim.IMomentum)ParamGroups.First()).Momentum;
        set
        {
            foreach (var group in ParamGroups.Cast<torch.optim.IMomentum>())
                group.Momentum = value;
        }
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter, (Options)options);
}
