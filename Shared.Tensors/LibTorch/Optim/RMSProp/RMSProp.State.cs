namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The running mean of squared gradients.</summary>
        public torch.Tensor square_avg = null!;

        /// <summary>The running mean of gradients; null where not centered.</summary>
        public torch.Tensor grad_avg = null!;

        /// <summary>The running change; null before the first step, and without momentum.</summary>
        public torch.Tensor momentum_buffer = null!;

        /// <summary>How many steps the parameter took.</summary>
        public long step;

        private readonly Options _options;

        internal State(Parameter parameter, Options options)
            : base(parameter)
        {
            _options = options;
            square_avg = Zeros(parameter);
            if (options.centered == true)
                grad_avg = Zeros(parameter);
            if (options.momentum > 0)
                momentum_buffer = Zeros(parameter);
        }

        internal override int Tensors => 3;

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
                case 1: return ref grad_avg;
                default: return ref momentum_buffer;
            }
        }

        internal override OptimizerState New() => new State(Owner, _options);
    }
}
