namespace TorchSharp.Modules;

public partial class Adagrad
{
    /// <summary>The options of a group of parameters; null stands for the optimizer's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>How fast the learning rate falls with the steps. Range: at least 0.</summary>
        public double? lr_decay;

        /// <summary>The strength of the penalty on large parameters. Range: at least 0.</summary>
        public double? weight_decay;

        /// <summary>Where the sums of squares start. Range: at least 0.</summary>
        public double? initial_accumulator_value;

        /// <summary>What keeps the denominator from 0. Range: at least 0.</summary>
        public double? eps;

        internal override int Numbers => 4;

        internal override ref double? Number(int index)
        {
            switch (index)
            {
                case 0: return ref lr_decay;
                case 1: return ref weight_decay;
                case 2: return ref initial_accumulator_value;
                default: return ref eps;
            }
        }

        internal override OptimizerOptions New() => new Options();

        internal override void Validate()
        {
            base.Validate();
            OptimizerChecks.AtLeastZero(lr_decay, nameof(lr_decay), "lr_decay value");
            OptimizerChecks.AtLeastZero(initial_accumulator_value, nameof(initial_accumulator_value), "initial_accumulator_value value");
            OptimizerChecks.Epsilon(eps);
            OptimizerChecks.WeightDecay(weight_decay);
        }
    }
}
