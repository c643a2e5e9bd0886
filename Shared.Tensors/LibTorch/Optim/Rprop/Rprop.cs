namespace TorchSharp.Modules;

/// <summary>Rprop: steps that grow while the gradient keeps its sign and shrink where it changes; for whole batches.</summary>
/// <remarks>
/// <b>Source:</b> Riedmiller &amp; Braun (1993), "A direct adaptive method for faster backpropagation learning: the RPROP algorithm".
/// </remarks>
public sealed partial class Rprop : OptimizerHelper
{
    /// <summary>An optimizer of one group of parameters.</summary>
    /// <param name="parameters">The parameters, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="etaminus">The factor of the step where the gradient changed its sign. Range: between 0 and 1.</param>
    /// <param name="etaplus">The factor of the step where it did not. Range: above 1.</param>
    /// <param name="min_step">The smallest step.</param>
    /// <param name="max_step">The largest step.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public Rprop(IEnumerable<Parameter> parameters,
        double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, etaminus, etaplus, min_step, max_step, maximize)
    {
    }

    /// <summary>An optimizer of groups of parameters; the options are those of the groups that have none of their own.</summary>
    /// <param name="parameters">The groups, at least one.</param>
    /// <param name="lr">How far a step goes. Range: at least 0.</param>
    /// <param name="etaminus">The factor of the step where the gradient changed its sign. Range: between 0 and 1.</param>
    /// <param name="etaplus">The factor of the step where it did not. Range: above 1.</param>
    /// <param name="min_step">The smallest step.</param>
    /// <param name="max_step">The largest step.</param>
    /// <param name="maximize">Whether to go up instead of down.</param>
    /// <exception cref="ArgumentException">There is no parameter, one stands twice, or an option is out of its range.</exception>
    public Rprop(IEnumerable<ParamGroup> parameters,
        double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50,
        bool maximize = false)
        : base(new Options
        {
            LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step,
            max_step = max_step, maximize = maximize
        }) => AddGroups(parameters);

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter, (Options)options);
}
