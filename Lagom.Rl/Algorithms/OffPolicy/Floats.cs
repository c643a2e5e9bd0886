using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>The memory of contiguous single-precision tensors on the processor.</summary>
internal static class Floats
{
    public static Span<float> Numbers(this Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

    /// <summary>A tensor of zeros that outlives the scope it is made in.</summary>
    public static Tensor Lasting(params long[] shape) => zeros(shape, ScalarType.Float32).DetachFromDisposeScope();
}
