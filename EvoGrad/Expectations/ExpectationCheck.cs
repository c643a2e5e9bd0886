using System.Globalization;
using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>Whether values, sample and population belong together.</summary>
internal static class ExpectationCheck
{
    /// <summary>Checks values against their sample.</summary>
    /// <returns>The axis, counted from the start.</returns>
    public static long Values(Tensor values, Sample sample, IPopulation population, int axis)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(sample);
        long[] shape = values.shape;
        if (axis < -shape.Length || axis >= shape.Length)
            throw new ArgumentOutOfRangeException(nameof(axis), axis, $"The values have {shape.Length} dimensions; the axis must be one of them.");
        long dimension = axis < 0 ? axis + shape.Length : axis;
        if (shape[dimension] != sample.Count)
        {
            throw new ArgumentException(
                $"The values have {shape[dimension]} entries along axis {axis} (shape [{string.Join(", ", shape)}]), but the sample has {sample.Count} individuals.", nameof(values));
        }

        Tensor parameter = population.Parameters.Values.First();
        if (values.dtype != parameter.dtype)
            throw new ArgumentException($"The values are {values.dtype}, but the population's parameters are {parameter.dtype}; convert them with type(...).", nameof(values));
        if (!PopulationCheck.SameDevice(values, parameter))
            throw new ArgumentException($"The values are on {values.device}, but the population's parameters are on {parameter.device}; move them with ToDevice(...).", nameof(values));
        return FirstNotFinite(values, dimension) is { } found ? throw NotFinite(found.Individual, found.Value) : dimension;
    }

    /// <summary>The log-probability of a sample, which must depend on a parameter if anything shall be differentiated.</summary>
    public static Tensor LogProbability(IPopulation population, Sample sample, Tensor values)
    {
        if (is_grad_enabled() && !values.requires_grad && !population.Parameters.Values.Any(parameter => parameter.requires_grad))
        {
            throw new InvalidOperationException(
                $"No parameter of the population requires a gradient ({string.Join(", ", population.Parameters.Keys)}), so there is nothing to differentiate: "
                + "call requires_grad_() on one, or take the mean of the values.");
        }

        Tensor logProbability = population.LogProbability(sample.Individuals);
        long[] shape = logProbability.shape;
        if (shape.Length == 0 || shape[0] != sample.Count)
            throw new InvalidOperationException($"{population.GetType().Name}.LogProbability returned shape [{string.Join(", ", shape)}] for {sample.Count} individuals; it must start with their number.");
        if (is_grad_enabled() && !logProbability.requires_grad && population.Parameters.Values.Any(parameter => parameter.requires_grad))
        {
            throw new InvalidOperationException(
                $"{population.GetType().Name}.LogProbability does not depend on its parameters by operations that autograd records, so it cannot be differentiated.");
        }

        if (FirstNotFinite(logProbability, 0) is { } found)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"The log-probability of individual {found.Individual} is {found.Value}: it cannot come from this population, or a parameter has become too large or too small for {logProbability.dtype}."));
        }

        return logProbability;
    }

    /// <summary>The first individual with a value that is NaN or infinite, and that value; null where there is none.</summary>
    public static (long Individual, double Value)? FirstNotFinite(Tensor values, long dimension)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        // A sum that is finite has finite terms; only another one is looked at closely.
        Tensor detached = values.detach();
        if (double.IsFinite(detached.sum(ScalarType.Float64).item<double>()))
            return null;
        Tensor flat = detached.type(ScalarType.Float64).movedim([dimension], [0]).reshape(values.shape[dimension], -1);
        double[] numbers = flat.ToArray<double>();
        int found = Array.FindIndex(numbers, number => !double.IsFinite(number));
        return found < 0 ? null : (found / (numbers.Length / values.shape[dimension]), numbers[found]);
    }

    /// <summary>The exception for a value that is no number.</summary>
    public static NotFiniteNumberException NotFinite(long individual, double value) => new(
        string.Create(CultureInfo.InvariantCulture, $"The value of individual {individual} is {value}. Values must be finite: look at this individual, or give it the worst value that others have."), value);
}
