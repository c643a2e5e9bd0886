namespace TorchSharp.Modules;

public partial class Adamax
{
    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The running mean of gradients.</summary>
        public torch.Tensor exp_avg = null!;

        /// <summary>The running maximum of sizes of gradients.</summary>
        public torch.Tensor exp_inf = null!;

        /// <summary>How many steps the parameter took.</summary>
        public long step;

        internal State(Parameter parameter)
            : base(parameter)
        {
            exp_avg = Zeros(parameter);
            exp_inf = Zeros(parameter);
        }

        internal override int Tensors => 2;

        internal override long Steps
        {
            get => step;
            set => step = value;
        }

        /// <summary>Frees the tensors.</summary>
        public void Dispose() => Release();

        internal override ref torch.Tensor Slot(int index)
        {
            switch (index)
            {
                case 0: return ref exp_avg;
                default: return ref exp_inf;
            }
        }

        internal override OptimizerState New() => new State(Owner);
    }
}
