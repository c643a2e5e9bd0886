using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>The parameters of a module as one vector: all of them in the order of registration, each row by row. Buffers do not count.</summary>
public static class ModuleParameters
{
    /// <summary>How many numbers the parameters have.</summary>
    /// <param name="module">The module.</param>
    public static long ParameterCount(this nn.Module module) => Parameters(module).Sum(static parameter => parameter.numel());

    /// <summary>How many numbers the parameters have that are learned.</summary>
    /// <param name="module">The module.</param>
    public static long TrainableParameterCount(this nn.Module module) =>
        Parameters(module).Where(static parameter => parameter.requires_grad).Sum(static parameter => parameter.numel());

    /// <summary>How many numbers the parameters have that are not learned.</summary>
    /// <param name="module">The module.</param>
    public static long FrozenParameterCount(this nn.Module module) => module.ParameterCount() - module.TrainableParameterCount();

    /// <summary>The parameters as one vector, through which gradients flow.</summary>
    /// <param name="module">The module.</param>
    public static Tensor ToVector(this nn.Module module)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor[] parts = [.. Parameters(module).Select(static parameter => parameter.reshape(-1))];
        return (parts.Length == 0 ? empty(0) : cat(parts)).MoveToOuterDisposeScope();
    }

    /// <summary>Copies the parameters to memory of the caller.</summary>
    /// <param name="module">The module, of 32-bit numbers.</param>
    /// <param name="destination">Receives the numbers [<see cref="ParameterCount"/>].</param>
    /// <exception cref="ArgumentException">The length is not the number of parameters, or they are of another type.</exception>
    public static void ToVector(this nn.Module module, Span<float> destination)
    {
        CheckLength(module.ParameterCount(), destination.Length);
        foreach (Parameter parameter in module.parameters())
        {
            float[] numbers = parameter.ToArray<float>();
            numbers.CopyTo(destination);
            destination = destination[numbers.Length..];
        }
    }

    /// <summary>Sets the parameters from one vector, without a record for gradients.</summary>
    /// <param name="module">The module.</param>
    /// <param name="vector">The numbers [<see cref="ParameterCount"/>].</param>
    /// <exception cref="ArgumentException">The length is not the number of parameters.</exception>
    public static void FromVector(this nn.Module module, Tensor vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        CheckLength(module.ParameterCount(), vector.numel());
        using DisposeScope scope = NewDisposeScope();
        using var mode = no_grad();
        Tensor flat = vector.reshape(-1);
        long start = 0;
        foreach (Parameter parameter in module.parameters())
        {
            long length = parameter.numel();
            parameter.copy_(flat.narrow(0, start, length).reshape(parameter.shape));
            start += length;
        }
    }

    /// <inheritdoc cref="FromVector(nn.Module, Tensor)"/>
    public static void FromVector(this nn.Module module, ReadOnlySpan<float> vector)
    {
        CheckLength(module.ParameterCount(), vector.Length);
        using Tensor copy = tensor(vector.ToArray());
        module.FromVector(copy);
    }

    /// <summary>Overwrites a parameter, wherever it is, with numbers.</summary>
    internal static void Set(this Parameter parameter, float[] numbers)
    {
        using DisposeScope scope = NewDisposeScope();
        using var mode = no_grad();
        parameter.copy_(tensor(numbers).reshape(parameter.shape));
    }

    private static IEnumerable<Parameter> Parameters(nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.parameters();
    }

    private static void CheckLength(long expected, long length)
    {
        if (length != expected)
            throw new ArgumentException($"The vector has {length} numbers; the module has {expected} parameters.", "vector");
    }
}
