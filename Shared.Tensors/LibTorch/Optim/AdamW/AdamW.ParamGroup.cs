namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>Parameters that share options.</summary>
    public sealed class ParamGroup : ParamGroup<Options>, torch.optim.IBetas
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
        /// <param name="beta1">The decay rate of the running mean of gradients. Range: 0 to below 1.</param>
        /// <param name="beta2">The decay rate of the running mean of their squares. Range: 0 to below 1.</param>
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="amsgrad">Whether to use the largest running mean of squares so far.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public ParamGroup(IEnumerable<Parameter> parameters,
            double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
            bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps,
                weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize
            })
        {
        }

        /// <inheritdoc/>
        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }
}
