namespace TorchSharp.Modules;

public partial class Adam
{
    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The running mean of gradients.</summary>
        public torch.Tensor exp_avg = null!;

        /// <summary>The running mean of their squares.</summary>
        public torch.Tensor exp_avg_sq = null!;

        /// <summary>Its largest values so far; null without amsgrad.</summary>
        public torch.Tensor max_exp_avg_sq = null!;

        /// <summary>How many steps the parameter took.</summary>
        public long step;

        private readonly Options _options;

        internal State(Parameter parameter, Options options)
            : base(parameter)
        {
            _options = options;
            exp_avg = Zeros(parameter);
            exp_avg_sq = Zeros(parameter);
            if (options.amsgrad == true)
                max_exp_avg_sq = Zeros(parameter);
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
                case 0: return ref exp_avg;
                case 1: return ref exp_avg_sq;
                default: return ref max_exp_avg_sq;
            }
        }

        internal override OptimizerState New() => new State(Owner, _options);
    }
}
