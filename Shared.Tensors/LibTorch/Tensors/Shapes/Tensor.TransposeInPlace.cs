namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Swaps two dimensions of the tensor itself and returns it.</summary>
        public Tensor transpose_(long dim0, long dim1)
        {
            ShapeOperators.TransposeInPlace.Run(this, dim0, dim1);
            return this;
        }
    }
}
