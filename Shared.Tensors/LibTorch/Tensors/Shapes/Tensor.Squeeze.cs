namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Without the dimensions of size 1, or without that one where its size is 1.</summary>
        public Tensor squeeze(long? dim = null) => dim is { } one ? ShapeOperators.SqueezeByDim.Call(this, one) : ShapeOperators.Squeeze.Call(this);
    }

    /// <inheritdoc cref="Tensor.squeeze"/>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);
}
