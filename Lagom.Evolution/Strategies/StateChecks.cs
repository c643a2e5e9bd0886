using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>Reads numbers from a saved state that must make sense for a search: a state may come from a file that somebody edited.</summary>
internal static class StateChecks
{
    /// <summary>Reads a number that must be positive and finite.</summary>
    public static double GetPositive(this StrategyState state, string name)
    {
        double value = state.GetDouble(name);
        return value > 0 && double.IsFinite(value)
            ? value
            : throw new InvalidDataException(FormattableString.Invariant($"The saved state's '{name}' is {value}; it must be positive and finite."));
    }

    /// <summary>Reads numbers that must be finite.</summary>
    public static double[] GetFinite(this StrategyState state, string name, int length)
    {
        double[] values = state.GetArray(name, length);
        int bad = values.AsSpan().IndexOfAnyExceptInRange(double.MinValue, double.MaxValue);
        return bad < 0
            ? values
            : throw new InvalidDataException(FormattableString.Invariant($"The saved state's '{name}' holds {values[bad]}; its numbers must be finite."));
    }

    /// <summary>Reads standard deviations: finite and not negative.</summary>
    public static double[] GetDeviations(this StrategyState state, string name, int length)
    {
        double[] values = state.GetFinite(name, length);
        return TensorPrimitives.Min<double>(values) >= 0
            ? values
            : throw new InvalidDataException($"The saved state's '{name}' holds a negative number; standard deviations are at least 0.");
    }

    /// <summary>Checks that one matrix is about the inverse of another, so that the covariance that they stand for is positive definite.</summary>
    /// <param name="matrix">The matrix, row by row.</param>
    /// <param name="inverseTransposed">The inverse, column by column.</param>
    /// <param name="size">The number of rows.</param>
    public static void RequireInverses(ReadOnlySpan<double> matrix, ReadOnlySpan<double> inverseTransposed, int size)
    {
        // Their product is the identity, whose trace is its size; rounding leaves it near that whatever the condition.
        double trace = TensorPrimitives.Dot(matrix, inverseTransposed);
        if (!(Math.Abs(trace - size) <= 0.5 * size))
            throw new InvalidDataException("The saved state's covariance is damaged: its factor and the inverse of that do not belong together.");
    }
}
