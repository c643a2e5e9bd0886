namespace TorchSharp.Modules;

public partial class AdamW
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

        /// <summary>Whether to use the largest running mean of squares so far.</summary>
        public bool? amsgrad;

        /// <summary>Whether to go up instead of down.</summary>
        public bool? maximize;

        internal override int Numbers => 4;

        internal override int Flags => 2;

        internal override ref double? Number(int index)
        {
            switch (index)
            {
                case 0: return ref beta1;
                case 1: return ref beta2;
                case 2: return ref eps;
                default: return ref weight_decay;
            }
        }

        internal override ref bool? Flag(int index)
        {
            switch (index)
            {
                case 0: return ref amsgrad;
                default: return ref maximize;
            }
        }

        internal override OptimizerOptions New() => new Options();

        internal override void Validate()
        {
            base.Validate();
            OptimizerChecks.Betas(beta1, beta2);
            OptimizerChecks.Epsilon(eps);
            OptimizerChecks.WeightDecay(weight_decay);
        }
    }
}
