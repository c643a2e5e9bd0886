namespace TorchSharp.Modules;

/// <summary>Adagrad: steps divided by the root of the sum of squared gradients.</summary>
/// <remarks>
/// <b>Source:</b> Duchi, Hazan &amp; Singer (2011), "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization".
/// </remarks>
public sealed partial class Adagrad : OptimizerHelper
{
    /// <summary>An optimizer of one group of parameters.</summary>
    /// <param name="parameters">The parameters, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="lr_decay">How fast the learning rate falls with the steps. Range: at least 0.</param>
    /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
    /// <param name="initial_accumulator_value">Where the sums of squares start. Range: at least 0.</param>
    /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public Adagrad(IEnumerable<Parameter> parameters,
        double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0,
        double eps = 1e-10)
        : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    /// <summary>An optimizer of groups of parameters; the options are those of the groups that have none of their own.</summary>
    /// <param name="parameters">The groups, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="lr_decay">How fast the learning rate falls with the steps. Range: at least 0.</param>
    /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
    /// <param name="initial_accumulator_value">Where the sums of squares start. Range: at least 0.</param>
    /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public Adagrad(IEnumerable<ParamGroup> parameters,
        double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0,
        double eps = 1e-10)
        : base(new Options
        {
            LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay,
            initial_accumulator_value = initial_accumulator_value, eps = eps
        }) => AddGroups(parameters);

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter, (Options)options);
}
