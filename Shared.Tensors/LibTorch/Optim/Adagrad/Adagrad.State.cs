namespace TorchSharp.Modules;

public partial class Adagrad
{
    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The sums of squared gradients.</summary>
        public torch.Tensor sum = null!;

        /// <summary>How many steps the parameter took.</summary>
        public long step;

        private readonly Options _options;

        internal State(Parameter parameter, Options options)
            : base(parameter)
        {
            _options = options;
            sum = Filled(parameter, options.initial_accumulator_value!.Value);
        }

        internal override int Tensors => 1;

        internal override long Steps
        {
            get => step;
            set => step = value;
        }

        /// <summary>Frees the tensors.</summary>
        public void Dispose() => Release();

        internal override ref torch.Tensor Slot(int index)
        {
            return ref sum;
        }

        internal override OptimizerState New() => new State(Owner, _options);
    }
}
