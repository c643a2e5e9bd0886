namespace TorchSharp.Modules;

public partial class SGD
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
        /// <param name="momentum">The share of the last change that goes on. Range: at least 0.</param>
        /// <param name="dampening">What is taken from a gradient before it joins the momentum.</param>
        /// <param name="weight_decay">The strength of the penalty on large parameters. Range: at least 0.</param>
        /// <param name="nesterov">Whether to look ahead along the momentum, which then must be above 0 with a dampening of 0.</param>
        /// <param name="maximize">Whether to go up instead of down.</param>
        public ParamGroup(IEnumerable<Parameter> parameters,
            double lr = 0.001, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
            bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr, momentum = momentum, dampening = dampening,
                weight_decay = weight_decay, nesterov = nesterov, maximize = maximize
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
