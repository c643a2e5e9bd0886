namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Exchanges native tensors with another object, so that whoever holds this one sees the other's values.</summary>
        internal void ExchangeWith(Tensor other) => (_handle, other._handle) = (other.Handle, Handle);
    }
}
