namespace TorchSharp.Modules;

public partial class Rprop
{
    /// <summary>Parameters that share options.</summary>
    public sealed class ParamGroup : ParamGroup<Options>
    {
        /// <summary>An empty group, to be filled by its properties.</summary>
        public ParamGroup()
        {
        }

        /// <summary>A group of these parameters; options that are null become the optimizer's.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        /// <summary>A group of these parameters with options of its own.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">How far a step goes. Range: at least 0.</param>
        /// <param name="etaminus">The factor of the step where the gradient changed its sign. Range: between 0 and 1.</param>
        /// <param name="etaplus">The factor of the step where it did not. Range: above 1.</param>
        /// <param name="min_step">The smallest step.</param>
        /// <param name="max_step">The largest step.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public ParamGroup(IEnumerable<Parameter> parameters,
            double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50,
            bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step,
                max_step = max_step, maximize = maximize
            })
        {
        }
    }
}
