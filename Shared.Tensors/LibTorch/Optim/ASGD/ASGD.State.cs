namespace TorchSharp.Modules;

public partial class ASGD
{
    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The averaged parameters.</summary>
        public torch.Tensor ax = null!;

        /// <summary>The learning rate of the next step.</summary>
        public double eta;

        /// <summary>The weight of the next parameters in the average.</summary>
        public double mu;

        /// <summary>How many steps the parameter took.</summary>
        public long step;

        private readonly Options _options;

        internal State(Parameter parameter, Options options)
            : base(parameter)
        {
            _options = options;
            ax = Zeros(parameter);
            eta = (float)options.LearningRate!.Value;
            mu = 1;
        }

        internal override int Tensors => 1;

        internal override int Numbers => 2;

        internal override long Steps
        {
            get => step;
            set => step = value;
        }

        internal override (long, double) Key => (step, eta);

        /// <summary>Frees the tensors.</summary>
        public void Dispose() => Release();

        internal override ref torch.Tensor Slot(int index)
        {
            return ref ax;
        }

        internal override ref double Number(int index)
        {
            switch (index)
            {
                case 0: return ref eta;
                default: return ref mu;
            }
        }

        internal override OptimizerState New() => new State(Owner, _options);
    }
}
