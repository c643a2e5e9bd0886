namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum.</summary>
/// <remarks>
/// <b>Source:</b> Sutskever et al. (2013), "On the importance of initialization and momentum in deep learning" (in the form of PyTorch).
/// </remarks>
public sealed partial class SGD : OptimizerHelper, torch.optim.IMomentum
{
    /// <summary>An optimizer of one group of parameters.</summary>
    /// <param name="parameters">The parameters, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="momentum">The share of the last change that goes on. Range: at least 0.</param>
    /// <param name="dampening">What is taken from a gradient before it joins the momentum.</param>
    /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
    /// <param name="nesterov">Whether to look ahead along the momentum, which then must be above 0 with a dampening of 0.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public SGD(IEnumerable<Parameter> parameters,
        double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>An optimizer of groups of parameters; the options are those of the groups that have none of their own.</summary>
    /// <param name="parameters">The groups, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="momentum">The share of the last change that goes on. Range: at least 0.</param>
    /// <param name="dampening">What is taken from a gradient before it joins the momentum.</param>
    /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
    /// <param name="nesterov">Whether to look ahead along the momentum, which then must be above 0 with a dampening of 0.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public SGD(IEnumerable<ParamGroup> parameters,
        double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
        bool maximize = false)
        : base(new Options
        {
            LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay,
            nesterov = nesterov, maximize = maximize
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

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter);
}
