namespace TorchSharp.Modules;

public partial class Adagrad
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
        /// <param name="lr_decay">How fast the learning rate falls with the steps. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="initial_accumulator_value">Where the sums of squares start. Range: at least 0.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        public ParamGroup(IEnumerable<Parameter> parameters,
            double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0,
            double eps = 1e-10)
            : base(parameters, new Options
            {
                LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay,
                initial_accumulator_value = initial_accumulator_value, eps = eps
            })
        {
        }
    }
}
