using TorchSharp;

namespace Shared.Tensors;

/// <summary>What the torch surface has under no name that all its versions share.</summary>
public static class TensorExtensions
{
    /// <summary>The gradient that backward added up, or null before the first one.</summary>
    public static unsafe torch.Tensor? Gradient(this torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        nint gradient;
        NativeError.Check(NativeMethods.st_grad(tensor.Handle, &gradient));
        GC.KeepAlive(tensor);
        return gradient == 0 ? null : new torch.Tensor(gradient);
    }

    /// <summary>Replaces the gradient; null removes it.</summary>
    public static void SetGradient(this torch.Tensor tensor, torch.Tensor? gradient)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        NativeError.Check(NativeMethods.st_set_grad(tensor.Handle, gradient?.Handle ?? 0));
        GC.KeepAlive(tensor);
        GC.KeepAlive(gradient);
    }

    /// <summary>The elements on another device; this very memory where they are already.</summary>
    public static torch.Tensor ToDevice(this torch.Tensor tensor, torch.Device device)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return FactoryOperators.ToByDevice.Call(tensor, torch.InitializeDevice(device), tensor.dtype);
    }

    /// <summary>A copy of the elements in row-major order, from whatever device and layout.</summary>
    /// <exception cref="ArgumentException">The tensor's elements are of another type.</exception>
    public static T[] ToArray<T>(this torch.Tensor tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.Copy<T>();
    }
}
