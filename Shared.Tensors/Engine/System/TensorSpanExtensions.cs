using System.Numerics.Tensors;
using TorchSharp;

namespace Shared.Tensors;

/// <summary>The elements of tensors as .NET's tensor spans, without copying.</summary>
/// <remarks>
/// A span is a view of the tensor's memory: writing on one side shows on the other. It does not keep the tensor alive: hold the tensor
/// until the last use of the span (a <c>using</c> does), and do not resize it meanwhile. Shape and strides are the tensor's, so
/// transposed, sliced and stepped views work as they are; a tensor without elements gives the empty span. Autograd does not see what is written through a span.
/// </remarks>
public static class TensorSpanExtensions
{
    /// <summary>The elements for reading and writing.</summary>
    /// <typeparam name="T">The type of the tensor's elements.</typeparam>
    /// <exception cref="ArgumentException">The elements are of another type.</exception>
    /// <exception cref="InvalidOperationException">
    /// The tensor is on another device, or several of its positions share one element, as after <c>expand</c>.
    /// </exception>
    public static unsafe TensorSpan<T> AsTensorSpan<T>(this torch.Tensor tensor)
        where T : unmanaged
    {
        NativeInfo info = Check<T>(tensor);
        for (int dim = 0; dim < info.Dimensions; dim++)
        {
            if (info.Strides[dim] == 0 && info.Sizes[dim] > 1)
            {
                throw new InvalidOperationException(
                    $"Positions along dimension {dim} share one element, so that they cannot be written apart; call clone() first, or read only.");
            }
        }

        if (info.Count == 0)
            return default;
        Layout(info, out nint length, out nint[] lengths, out nint[] strides);
        var span = new TensorSpan<T>((T*)info.Data, length, lengths, strides);
        GC.KeepAlive(tensor);
        return span;
    }

    /// <summary>The elements for reading.</summary>
    /// <typeparam name="T">The type of the tensor's elements.</typeparam>
    /// <exception cref="ArgumentException">The elements are of another type.</exception>
    /// <exception cref="InvalidOperationException">The tensor is on another device.</exception>
    public static unsafe ReadOnlyTensorSpan<T> AsReadOnlyTensorSpan<T>(this torch.Tensor tensor)
        where T : unmanaged
    {
        NativeInfo info = Check<T>(tensor);
        if (info.Count == 0)
            return default;
        Layout(info, out nint length, out nint[] lengths, out nint[] strides);
        var span = new ReadOnlyTensorSpan<T>((T*)info.Data, length, lengths, strides);
        GC.KeepAlive(tensor);
        return span;
    }

    private static NativeInfo Check<T>(torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        NativeInfo info = tensor.Info;
        if (info.DeviceType != (int)DeviceType.CPU)
            throw new InvalidOperationException($"The tensor is on {tensor.device}, whose memory .NET cannot address; call cpu() first.");
        if (torch.ElementType<T>() != (torch.ScalarType)info.DType)
            throw new ArgumentException($"The tensor holds {(torch.ScalarType)info.DType}, not {typeof(T).Name}.", nameof(tensor));
        if (info.IsConjugate || info.IsNegative)
            throw new InvalidOperationException("The tensor is a conjugated or negated view, whose memory holds other numbers; call clone() first.");
        return info;
    }

    private static void Layout(NativeInfo info, out nint length, out nint[] lengths, out nint[] strides)
    {
        // A number has no dimension; the span shows it as one of length 1.
        lengths = info.Dimensions == 0 ? [1] : new nint[info.Dimensions];
        strides = new nint[lengths.Length];
        length = 1;
        for (int dim = 0; dim < info.Dimensions; dim++)
        {
            lengths[dim] = (nint)info.Sizes[dim];
            // Where there is one position only, the stride means nothing and the span wants none.
            strides[dim] = lengths[dim] == 1 ? 0 : (nint)info.Strides[dim];
            length += (lengths[dim] - 1) * strides[dim];
        }
    }
}
