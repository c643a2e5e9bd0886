using TorchSharp;

namespace Shared.Tensors;

/// <summary>What the torch surface has under no name that all its versions share; here by the members of the TorchSharp package.</summary>
public static class TensorExtensions
{
    /// <summary>The gradient that backward added up, or null before the first one.</summary>
    public static torch.Tensor? Gradient(this torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.grad;
    }

    /// <summary>Replaces the gradient; null removes it.</summary>
    public static void SetGradient(this torch.Tensor tensor, torch.Tensor? gradient)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.grad = gradient;
    }

    /// <summary>The elements on another device; this very memory where they are already.</summary>
    public static torch.Tensor ToDevice(this torch.Tensor tensor, torch.Device device)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.to(device);
    }

    /// <summary>A copy of the elements in row-major order, from whatever device and layout.</summary>
    /// <exception cref="ArgumentException">The tensor's elements are of another type.</exception>
    public static T[] ToArray<T>(this torch.Tensor tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using DisposeScope scope = torch.NewDisposeScope();
        return tensor.detach().cpu().contiguous().data<T>().ToArray();
    }
}
