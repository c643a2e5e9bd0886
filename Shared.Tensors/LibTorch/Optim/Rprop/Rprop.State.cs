namespace TorchSharp.Modules;

public partial class Rprop
{
    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The last gradients.</summary>
        public torch.Tensor prev = null!;

        /// <summary>The steps of the elements.</summary>
        public torch.Tensor step_size = null!;

        /// <summary>How many steps the parameter took.</summary>
        public long step;

        private readonly Options _options;

        internal State(Parameter parameter, Options options)
            : base(parameter)
        {
            _options = options;
            prev = Zeros(parameter);
            step_size = Filled(parameter, options.LearningRate!.Value);
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
                case 0: return ref prev;
                default: return ref step_size;
            }
        }

        internal override OptimizerState New() => new State(Owner, _options);
    }
}
