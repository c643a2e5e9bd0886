namespace TorchSharp.Modules;

public partial class Adadelta
{
    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The running mean of squared gradients.</summary>
        public torch.Tensor square_avg = null!;

        /// <summary>The running mean of squared changes.</summary>
        public torch.Tensor acc_delta = null!;

        /// <summary>How many steps the parameter took.</summary>
        public long step;

        internal State(Parameter parameter)
            : base(parameter)
        {
            square_avg = Zeros(parameter);
            acc_delta = Zeros(parameter);
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
                case 0: return ref square_avg;
                default: return ref acc_delta;
            }
        }

        internal override OptimizerState New() => new State(Owner);
    }
}
