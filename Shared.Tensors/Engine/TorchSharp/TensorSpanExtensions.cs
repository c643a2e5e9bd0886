using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Shared.Tensors;

/// <summary>The elements of contiguous tensors as .NET's tensor spans, without copying.</summary>
/// <remarks>
/// A span is a view of the tensor's memory: writing on one side shows on the other. It does not keep the tensor alive: hold the tensor
/// until the last use of the span. Autograd does not see what is written through a span.
/// </remarks>
public static class TensorSpanExtensions
{
    /// <summary>The elements for reading and writing.</summary>
    /// <typeparam name="T">The type of the tensor's elements.</typeparam>
    /// <exception cref="ArgumentException">The elements are of another type.</exception>
    /// <exception cref="InvalidOperationException">The tensor is on another device, or not contiguous.</exception>
    public static TensorSpan<T> AsTensorSpan<T>(this torch.Tensor tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.device_type is not DeviceType.CPU)
            throw new InvalidOperationException($"The tensor is on {tensor.device}, whose memory .NET cannot address; call cpu() first.");
        if (!tensor.is_contiguous())
            throw new InvalidOperationException("The tensor's elements do not lie one after another; call contiguous() first.");
        if (tensor.numel() == 0)
            return default;
        if (tensor.data<T>() is null)
            throw new ArgumentException($"The tensor holds {tensor.dtype}, not {typeof(T).Name}.", nameof(tensor));
        nint[] lengths = tensor.ndim == 0 ? [1] : [.. tensor.shape.Select(length => (nint)length)];
        return new TensorSpan<T>(MemoryMarshal.Cast<byte, T>(tensor.bytes), lengths);
    }

    /// <summary>The elements for reading.</summary>
    /// <typeparam name="T">The type of the tensor's elements.</typeparam>
    /// <exception cref="ArgumentException">The elements are of another type.</exception>
    /// <exception cref="InvalidOperationException">The tensor is on another device, or not contiguous.</exception>
    public static ReadOnlyTensorSpan<T> AsReadOnlyTensorSpan<T>(this torch.Tensor tensor)
        where T : unmanaged => tensor.AsTensorSpan<T>();
}
