namespace TorchSharp.Modules;

public partial class ASGD
{
    /// <summary>The options of a group of parameters; null stands for the optimizer's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The decay of the parameters.</summary>
        public double? lambd;

        /// <summary>The power by which the learning rate falls.</summary>
        public double? alpha;

        /// <summary>The step from which averaging starts.</summary>
        public double? t0;

        /// <summary>The strength of the penalty on large parameters. Range: at least 0.</summary>
        public double? weight_decay;

        /// <summary>Whether to go up instead of down.</summary>
        public bool? maximize;

        internal override int Numbers => 4;

        internal override int Flags => 1;

        internal override ref double? Number(int index)
        {
            switch (index)
            {
                case 0: return ref lambd;
                case 1: return ref alpha;
                case 2: return ref t0;
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
            OptimizerChecks.WeightDecay(weight_decay);
        }
    }
}
