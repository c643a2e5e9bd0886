using System.Globalization;

namespace TorchSharp.Modules;

/// <summary>The ranges of options, with messages as Python's torch gives them.</summary>
internal static class OptimizerChecks
{
    internal static void LearningRate(double? value) => AtLeastZero(value, "lr", "learning rate");

    internal static void Epsilon(double? value) => AtLeastZero(value, "eps", "epsilon value");

    internal static void WeightDecay(double? value) => AtLeastZero(value, "weight_decay", "weight_decay value");

    internal static void AtLeastZero(double? value, string parameter, string what)
    {
        if (value is not (>= 0 and < double.PositiveInfinity))
            throw Invalid(value, parameter, what, "a finite number of at least 0");
    }

    internal static void Beta(double? value, string parameter, int index)
    {
        if (value is not (>= 0 and < 1))
            throw Invalid(value, parameter, string.Create(CultureInfo.InvariantCulture, $"beta parameter at index {index}"),
                "0 <= beta < 1");
    }

    internal static void Betas(double? beta1, double? beta2)
    {
        Beta(beta1, nameof(beta1), 0);
        Beta(beta2, nameof(beta2), 1);
    }

    internal static ArgumentOutOfRangeException Invalid(double? value, string parameter, string what, string range) =>
        new(parameter, value, string.Create(CultureInfo.InvariantCulture, $"Invalid {what}: {value}. Allowed: {range}."));
}
