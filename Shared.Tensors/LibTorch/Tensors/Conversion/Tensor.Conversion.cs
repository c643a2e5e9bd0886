namespace TorchSharp;

// Copies, aliases and other types.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A copy with memory of its own, which gradients flow through.</summary>
        public Tensor clone() => ConversionOperators.Clone.Call(this);

        /// <summary>The same memory cut off from how it was computed.</summary>
        public Tensor detach() => ConversionOperators.Detach.Call(this);

        /// <summary>The same memory as another object.</summary>
        public Tensor alias() => ConversionOperators.Alias.Call(this);
    }
}
