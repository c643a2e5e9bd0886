using System.Runtime.CompilerServices;

namespace Lagom.Rl;

/// <summary>Checks what the estimators are given.</summary>
internal static class EstimatorArguments
{
    public static void CheckFactor(double factor, [CallerArgumentExpression(nameof(factor))] string name = "")
    {
        if (factor is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, factor, $"{name} must be in [0, 1].");
    }

    public static void CheckLength(int expected, int length, string name)
    {
        if (length != expected)
            throw new ArgumentException($"{name} has {length} elements; the trajectory has {expected} rewards.", name);
    }
}
