namespace TorchSharp.Modules;

/// <summary>Adadelta: steps scaled by running means of squared changes and squared gradients.</summary>
/// <remarks>
/// <b>Source:</b> Zeiler (2012), "ADADELTA: An Adaptive Learning Rate Method".
/// </remarks>
public sealed partial class Adadelta : OptimizerHelper
{
    /// <summary>An optimizer of one group of parameters.</summary>
    /// <param name="parameters">The parameters, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="rho">The decay rate of the running means. Range: 0 to 1.</param>
    /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
    /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public Adadelta(IEnumerable<Parameter> parameters,
        double lr, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, rho, eps, weight_decay, maximize)
    {
    }

    /// <summary>An optimizer of groups of parameters; the options are those of the groups that have none of their own.</summary>
    /// <param name="parameters">The groups, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="rho">The decay rate of the running means. Range: 0 to 1.</param>
    /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
    /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public Adadelta(IEnumerable<ParamGroup> parameters,
        double lr = 1, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
        : base(new Options
        {
            LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay,
            maximize = maximize
        }) => AddGroups(parameters);

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter);
}
