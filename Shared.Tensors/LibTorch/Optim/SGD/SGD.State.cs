namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>What the optimizer remembers of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The running change; null before the first step, and without momentum.</summary>
        public torch.Tensor momentum_buffer = null!;

        internal State(Parameter parameter)
            : base(parameter)
        {
        }

        internal override int Tensors => 1;

        internal override (long, double) Key => (momentum_buffer is null ? 0 : 1, 0);

        /// <summary>Frees the tensors.</summary>
        public void Dispose() => Release();

        internal override ref torch.Tensor Slot(int index)
        {
            return ref momentum_buffer;
        }

        internal override OptimizerState New() => new State(Owner);
    }
}
