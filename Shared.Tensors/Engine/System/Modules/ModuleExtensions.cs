using TorchSharp;

namespace Shared.Tensors;

/// <summary>What modules have under no signature that all TorchSharp's versions share; calls look the same with each.</summary>
public static class ModuleExtensions
{
    /// <summary>Moves parameters and buffers, with gradients, to a device, and returns the module. The objects stay the same.</summary>
    public static T to<T>(this T module, torch.Device device)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        torch.InitializeDevice(device);
        return Convert(module, tensor => FactoryOperators.ToByDevice.Call(tensor, device, tensor.dtype));
    }

    /// <inheritdoc cref="to{T}(T, torch.Device)"/>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1)
        where T : torch.nn.Module => module.to(new torch.Device(deviceType, deviceIndex));

    /// <summary>Converts floating-point parameters and buffers, with gradients, to a type, and returns the module. The objects stay.</summary>
    /// <exception cref="ArgumentException">The type is not a floating-point or complex one.</exception>
    public static T to<T>(this T module, torch.ScalarType dtype)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        if (!torch.is_floating_point(dtype) && !torch.is_complex(dtype))
            throw new ArgumentException($"A module's type must be floating-point or complex; {dtype} is neither.", nameof(dtype));
        return Convert(module, tensor => tensor.is_floating_point() || tensor.is_complex() ? ConversionOperators.ToByDtype.Call(tensor, dtype) : tensor.alias());
    }

    /// <summary>Moves parameters and buffers to the processor, and returns the module.</summary>
    public static T cpu<T>(this T module)
        where T : torch.nn.Module => module.to(torch.CPU);

    /// <summary>Moves parameters and buffers to a CUDA device, and returns the module.</summary>
    public static T cuda<T>(this T module, int deviceIndex = -1)
        where T : torch.nn.Module => module.to(DeviceType.CUDA, deviceIndex);

    /// <summary>Removes the gradients of all parameters, or sets them to zero.</summary>
    /// <param name="module">The module.</param>
    /// <param name="set_to_none">Whether they are removed, which frees their memory.</param>
    public static void zero_grad(this torch.nn.Module module, bool set_to_none = true)
    {
        ArgumentNullException.ThrowIfNull(module);
        foreach (var parameter in module.parameters())
        {
            if (set_to_none)
            {
                parameter.SetGradient(null);
                continue;
            }
            using var gradient = parameter.Gradient();
            if (gradient is null)
                continue;
            using (torch.no_grad())
                gradient.zero_();
        }
    }

    /// <summary>Has all parameters take part in backward, or not, and returns the module.</summary>
    public static T requires_grad_<T>(this T module, bool requires_grad = true)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        foreach (var parameter in module.parameters())
            parameter.requires_grad = requires_grad;
        return module;
    }

    /// <summary>Adds a tensor that belongs to the module's state and is not learned; it survives dispose scopes.</summary>
    /// <param name="module">The module.</param>
    /// <param name="name">Its name, without dots.</param>
    /// <param name="tensor">The tensor; null adds nothing.</param>
    /// <param name="persistent">Whether the state's dictionary has it.</param>
    public static void register_buffer(this torch.nn.Module module, string name, torch.Tensor? tensor, bool persistent = true)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.RegisterBuffer(name, tensor, persistent);
    }

    /// <summary>The buffers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="recurse">Whether those of the parts too.</param>
    public static IEnumerable<torch.Tensor> buffers(this torch.nn.Module module, bool recurse = true) =>
        module.named_buffers(recurse).Select(one => one.buffer);

    /// <summary>The buffers with their names, which are paths with dots; each once.</summary>
    /// <param name="module">The module.</param>
    /// <param name="recurse">Whether those of the parts too.</param>
    public static IEnumerable<(string name, torch.Tensor buffer)> named_buffers(this torch.nn.Module module, bool recurse = true)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.NamedBuffers(recurse);
    }

    // The new tensors take the places of the old ones, so that optimizers and layers keep what they hold.
    private static T Convert<T>(T module, Func<torch.Tensor, torch.Tensor> convert)
        where T : torch.nn.Module
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable mode = torch.no_grad();
        foreach (TorchSharp.Modules.Parameter parameter in module.parameters())
        {
            torch.Tensor? gradient = parameter.Gradient();
            Replace(parameter, convert);
            if (gradient is not null)
                parameter.SetGradient(convert(gradient));
        }

        foreach (torch.Tensor buffer in module.buffers())
            Replace(buffer, convert);
        return module;
    }

    private static void Replace(torch.Tensor tensor, Func<torch.Tensor, torch.Tensor> convert)
    {
        torch.Tensor converted = convert(tensor.detach());
        converted.requires_grad = tensor.requires_grad;
        tensor.ExchangeWith(converted);
    }
}
