namespace Layg.Calibration;

/// <summary>Checks shared by the error models: as many numbers as errors, all finite and not negative.</summary>
internal static class CalibrationArguments
{
    public static void RequireErrors(ReadOnlySpan<double> errors)
    {
        if (errors.IsEmpty)
            throw new ArgumentException("An error model needs at least one calibration point.", nameof(errors));
        RequireMagnitudes(errors, nameof(errors));
    }

    public static void RequireColumn(ReadOnlySpan<double> column, int count, string name)
    {
        if (column.Length != count)
            throw new ArgumentException($"There are {count} errors, but {column.Length} {name}.", name);
        RequireMagnitudes(column, name);
    }

    public static void RequireScale(double outputScale)
    {
        if (!double.IsFinite(outputScale) || outputScale < 0)
            throw new ArgumentOutOfRangeException(nameof(outputScale), outputScale, "The spread of the outputs must be finite and not negative.");
    }

    private static void RequireMagnitudes(ReadOnlySpan<double> numbers, string name)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!double.IsFinite(numbers[i]) || numbers[i] < 0)
                throw new ArgumentException($"Calibration point {i} has the value {numbers[i]} in {name}; it must be finite and not negative.", name);
        }
    }
}
