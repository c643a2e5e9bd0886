namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>Parameters that share options.</summary>
    public sealed class ParamGroup : ParamGroup<Options>, torch.optim.IMomentum
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
        /// <param name="eps">What keeps the denominator from 0. Range: at least 0.</param>
        /// <param name="alpha">The decay rate of the running mean of squares. Range: at least 0.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="momentum">The share of the last change that goes on. Range: at least 0.</param>
        /// <param name="centered">Whether to divide by an estimate of the standard deviation instead.</param>
        public ParamGroup(IEnumerable<Parameter> parameters,
            double lr = 0.001, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0, double momentum = 0,
            bool centered = false)
            : base(parameters, new Options
            {
                LearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay,
                momentum = momentum, centered = centered
            })
        {
        }

        /// <inheritdoc/>
        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
