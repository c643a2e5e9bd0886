using TorchSharp;

namespace EvoGrad;

/// <summary>Arguments that the populations share.</summary>
internal static class PopulationCheck
{
    /// <summary>All parameters are tensors of one floating-point type on one device.</summary>
    public static void SameKind(params ReadOnlySpan<(string Name, torch.Tensor Tensor)> parameters)
    {
        (string firstName, torch.Tensor first) = parameters[0];
        foreach ((string name, torch.Tensor tensor) in parameters)
        {
            ArgumentNullException.ThrowIfNull(tensor, name);
            if (tensor.dtype is not (torch.ScalarType.Float32 or torch.ScalarType.Float64))
                throw new ArgumentException($"{name} is {tensor.dtype}; it must be Float32 or Float64.", name);
            if (tensor.dtype != first.dtype)
                throw new ArgumentException($"{name} is {tensor.dtype}, but {firstName} is {first.dtype}; convert one with type(...).", name);
            if (!SameDevice(tensor, first))
                throw new ArgumentException($"{name} is on {tensor.device}, but {firstName} is on {first.device}; move one with ToDevice(...).", name);
        }
    }

    /// <summary>Individuals fit the population.</summary>
    public static void Individuals(torch.Tensor individuals, IReadOnlyList<long> shape, torch.Tensor parameter, bool sameType = true)
    {
        ArgumentNullException.ThrowIfNull(individuals);
        long[] actual = individuals.shape;
        if (actual.Length != shape.Count + 1 || !actual.AsSpan(1).SequenceEqual([.. shape]))
        {
            throw new ArgumentException(
                $"Individuals have shape [{string.Join(", ", actual)}]; this population needs [{string.Join(", ", ["n", .. shape])}].", nameof(individuals));
        }

        if (sameType && individuals.dtype != parameter.dtype)
            throw new ArgumentException($"Individuals are {individuals.dtype}, but the parameters are {parameter.dtype}; convert one with type(...).", nameof(individuals));
        if (!SameDevice(individuals, parameter))
            throw new ArgumentException($"Individuals are on {individuals.device}, but the parameters are on {parameter.device}; move one with ToDevice(...).", nameof(individuals));
    }

    /// <summary>Standard deviations are finite and above 0.</summary>
    public static void Positive(torch.Tensor scale, string name)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable still = torch.no_grad();
        double smallest = scale.min().ToScalar().ToDouble(), sum = scale.sum().ToScalar().ToDouble();
        if (!(smallest > 0))
            throw Refused(name, smallest);
        if (!double.IsFinite(sum))
            throw Refused(name, sum);
    }

    /// <summary>The exception for a scale that is not above 0.</summary>
    public static ArgumentException Refused(string name, double value) => new(
        FormattableString.Invariant($"{name} has the value {value}; standard deviations must be finite and above 0. Learn the logarithm of it, or keep it above a floor."), name);

    public static bool SameDevice(torch.Tensor one, torch.Tensor other) =>
        one.device_type == other.device_type && one.device_index == other.device_index;
}
