namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>The options of a group of parameters; null stands for the optimizer's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The share of the last change that goes on. Range: at least 0.</summary>
        public double? momentum;

        /// <summary>What is taken from a gradient before it joins the momentum.</summary>
        public double? dampening;

        /// <summary>The strength of the penalty on large parameters. Range: at least 0.</summary>
        public double? weight_decay;

        /// <summary>Whether to look ahead along the momentum, which then must be above 0 with a dampening of 0.</summary>
        public bool? nesterov;

        /// <summary>Whether to go up instead of down.</summary>
        public bool? maximize;

        internal override int Numbers => 3;

        internal override int Flags => 2;

        internal override ref double? Number(int index)
        {
            switch (index)
            {
                case 0: return ref momentum;
                case 1: return ref dampening;
                default: return ref weight_decay;
            }
        }

        internal override ref bool? Flag(int index)
        {
            switch (index)
            {
                case 0: return ref nesterov;
                default: return ref maximize;
            }
        }

        internal override OptimizerOptions New() => new Options();

        internal override void Validate()
        {
            base.Validate();
            OptimizerChecks.AtLeastZero(momentum, nameof(momentum), "momentum value");
            OptimizerChecks.WeightDecay(weight_decay);
            if (nesterov == true && (momentum <= 0 || dampening != 0))
                throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening", nameof(nesterov));
        }
    }
}
