namespace TorchSharp.Modules;

public partial class NAdam
{
    /// <summary>The options of a group of parameters; null stands for the optimizer's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The decay rate of the running mean of gradients. Range: 0 to below 1.</summary>
        public double? beta1;

        /// <summary>The decay rate of the running mean of their squares. Range: 0 to below 1.</summary>
        public double? beta2;

        /// <summary>What keeps the denominator from 0. Range: at least 0.</summary>
        public double? eps;

        /// <summary>The strength of the penalty on large parameters. Range: at least 0.</summary>
        public double? weight_decay;

        /// <summary>How the momentum grows with the steps. Range: at least 0.</summary>
        public double? momentum_decay;

        internal override int Numbers => 5;

        internal override ref double? Number(int index)
        {
            switch (index)
            {
                case 0: return ref beta1;
                case 1: return ref beta2;
                case 2: return ref eps;
                case 3: return ref weight_decay;
                default: return ref momentum_decay;
            }
        }

        internal override OptimizerOptions New() => new Options();

        internal override void Validate()
        {
            base.Validate();
            OptimizerChecks.Betas(beta1, beta2);
            OptimizerChecks.Epsilon(eps);
            OptimizerChecks.WeightDecay(weight_decay);
            OptimizerChecks.AtLeastZero(momentum_decay, nameof(momentum_decay), "momentum_decay value");
        }
    }
}
