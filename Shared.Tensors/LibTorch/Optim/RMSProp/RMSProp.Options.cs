namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>The options of a group of parameters; null stands for the optimizer's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The decay rate of the running mean of squares. Range: at least 0.</summary>
        public double? alpha;

        /// <summary>What keeps the denominator from 0. Range: at least 0.</summary>
        public double? eps;

        /// <summary>The strength of the penalty on large parameters. Range: at least 0.</summary>
        public double? weight_decay;

        /// <summary>The share of the last change that goes on. Range: at least 0.</summary>
        public double? momentum;

        /// <summary>Whether to divide by an estimate of the standard deviation instead.</summary>
        public bool? centered;

        /// <summary>Whether to go up instead of down.</summary>
        public bool? maximize;

        internal override int Numbers => 4;

        internal override int Flags => 2;

        internal override ref double? Number(int index)
        {
            switch (index)
            {
                case 0: return ref alpha;
                case 1: return ref eps;
                case 2: return ref weight_decay;
                default: return ref momentum;
            }
        }

        internal override ref bool? Flag(int index)
        {
            switch (index)
            {
                case 0: return ref centered;
                default: return ref maximize;
            }
        }

        internal override OptimizerOptions New() => new Options();

        internal override void Validate()
        {
            base.Validate();
            OptimizerChecks.AtLeastZero(alpha, nameof(alpha), "alpha value");
            OptimizerChecks.AtLeastZero(momentum, nameof(momentum), "momentum value");
            OptimizerChecks.Epsilon(eps);
            OptimizerChecks.WeightDecay(weight_decay);
        }
    }
}
