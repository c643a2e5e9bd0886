namespace TorchSharp.Modules;

public partial class Adadelta
{
    /// <summary>The options of a group of parameters; null stands for the optimizer's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The decay rate of the running means. Range: 0 to 1.</summary>
        public double? rho;

        /// <summary>What keeps the denominator from 0. Range: at least 0.</summary>
        public double? eps;

        /// <summary>The strength of the penalty on large parameters. Range: at least 0.</summary>
        public double? weight_decay;

        /// <summary>Whether to go up instead of down.</summary>
        public bool? maximize;

        internal override int Numbers => 3;

        internal override int Flags => 1;

        internal override ref double? Number(int index)
        {
            switch (index)
            {
                case 0: return ref rho;
                case 1: return ref eps;
                default: return ref weight_decay;
            }
        }

        internal override ref bool? Flag(int index)
        {
            return ref maximize;
        }

        internal override OptimizerOptions New() => new Options();

        internal override void Validate()
        {
            base.Validate();
            if (rho is not (>= 0 and <= 1))
                throw OptimizerChecks.Invalid(rho, nameof(rho), "rho value", "0 <= rho <= 1");
            OptimizerChecks.Epsilon(eps);
            OptimizerChecks.WeightDecay(weight_decay);
        }
    }
}
