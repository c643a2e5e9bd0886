namespace TorchSharp;

// Gradients.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Computes the gradient of this number and adds it to the leaves that require gradients.</summary>
        public void backward() => autograd.backward(this, (IList<Tensor>?)null);

        /// <summary>Sets whether operations are recorded, and returns this tensor.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <inheritdoc cref="requires_grad_"/>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of this tensor, which is no leaf, at the next backward.</summary>
        public void retain_grad()
        {
            NativeError.Check(NativeMethods.st_retain_grad(Handle));
            GC.KeepAlive(this);
        }
    }
}
