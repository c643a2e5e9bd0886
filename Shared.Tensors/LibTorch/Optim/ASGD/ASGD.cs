namespace TorchSharp.Modules;

/// <summary>Averaged stochastic gradient descent; the average is in the state.</summary>
/// <remarks>
/// <b>Source:</b> Polyak &amp; Juditsky (1992), "Acceleration of stochastic approximation by averaging".
/// </remarks>
public sealed partial class ASGD : OptimizerHelper
{
    /// <summary>An optimizer of one group of parameters.</summary>
    /// <param name="parameters">The parameters, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="lambd">The decay of the parameters.</param>
    /// <param name="alpha">The power by which the learning rate falls.</param>
    /// <param name="t0">The step from which averaging starts.</param>
    /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public ASGD(IEnumerable<Parameter> parameters,
        double lr = 0.01, double lambd = 0.0001, double alpha = 0.75, double t0 = 1000000, double weight_decay = 0,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, lambd, alpha, t0, weight_decay, maximize)
    {
    }

    /// <summary>An optimizer of groups of parameters; the options are those of the groups that have none of their own.</summary>
    /// <param name="parameters">The groups, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="lambd">The decay of the parameters.</param>
    /// <param name="alpha">The power by which the learning rate falls.</param>
    /// <param name="t0">The step from which averaging starts.</param>
    /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public ASGD(IEnumerable<ParamGroup<Options>> parameters,
        double lr = 0.01, double lambd = 0.0001, double alpha = 0.75, double t0 = 1000000, double weight_decay = 0,
        bool maximize = false)
        : base(new Options
        {
            LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay,
            maximize = maximize
        }) => AddGroups(parameters);

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter, (Options)options);
}
