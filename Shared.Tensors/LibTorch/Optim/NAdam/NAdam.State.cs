namespace TorchSharp.Modules;

public partial class NAdam
{
    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The running mean of gradients.</summary>
        public torch.Tensor exp_avg = null!;

        /// <summary>The running mean of their squares.</summary>
        public torch.Tensor exp_avg_sq = null!;

        /// <summary>The product of the momenta so far.</summary>
        public double mu_product;

        /// <summary>How many steps the parameter took.</summary>
        public long step;

        internal State(Parameter parameter)
            : base(parameter)
        {
            exp_avg = Zeros(parameter);
            exp_avg_sq = Zeros(parameter);
            mu_product = 1;
        }

        internal override int Tensors => 2;

        internal override int Numbers => 1;

        internal override long Steps
        {
            get => step;
            set => step = value;
        }

        internal override (long, double) Key => (step, mu_product);

        /// <summary>Frees the tensors.</summary>
        public void Dispose() => Release();

        internal override ref torch.Tensor Slot(int index)
        {
            switch (index)
            {
                case 0: return ref exp_avg;
                default: return ref exp_avg_sq;
            }
        }

        internal override ref double Number(int index)
        {
            return ref mu_product;
        }

        internal override OptimizerState New() => new State(Owner);
    }
}
