namespace TorchSharp.Modules;

public partial class Rprop
{
    /// <summary>The options of a group of parameters; null stands for the optimizer's.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>The factor of the step where the gradient changed its sign. Range: between 0 and 1.</summary>
        public double? etaminus;

        /// <summary>The factor of the step where it did not. Range: above 1.</summary>
        public double? etaplus;

        /// <summary>The smallest step.</summary>
        public double? min_step;

        /// <summary>The largest step.</summary>
        public double? max_step;

        /// <summary>Whether to go up instead of down.</summary>
        public bool? maximize;

        internal override int Numbers => 4;

        internal override int Flags => 1;

        internal override ref double? Number(int index)
        {
            switch (index)
            {
                case 0: return ref etaminus;
                case 1: return ref etaplus;
                case 2: return ref min_step;
                default: return ref max_step;
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
            if (!(etaminus > 0 && etaminus < 1 && etaplus > 1))
                throw OptimizerChecks.Invalid(etaminus, nameof(etaminus), $"eta values with etaplus {etaplus}",
                    "0 < etaminus < 1 < etaplus");
        }
    }
}
