using System.Globalization;
using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>What a series of numbers is like.</summary>
/// <param name="Count">How many numbers.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their population standard deviation.</param>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
public sealed record SummaryStatistics(int Count, double Mean, double StandardDeviation, double Min, double Max)
{
    /// <summary>Describes numbers.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <returns>Null where there are none.</returns>
    public static SummaryStatistics? Of(ReadOnlySpan<double> numbers)
    {
        if (numbers.IsEmpty)
            return null;
        double mean = TensorPrimitives.Sum(numbers) / numbers.Length;
        double squares = 0;
        foreach (double number in numbers)
            squares += (number - mean) * (number - mean);
        return new SummaryStatistics(numbers.Length, mean, Math.Sqrt(squares / numbers.Length), TensorPrimitives.Min(numbers), TensorPrimitives.Max(numbers));
    }

    /// <summary>Five lines of text, without a final newline.</summary>
    public override string ToString() => ToString(indent: 0);

    /// <summary>Five lines of text, without a final newline.</summary>
    /// <param name="indent">How many tabs each line begins with. Range: at least 0.</param>
    /// <param name="prefix">What stands in front of all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of tabs is negative.</exception>
    public string ToString(int indent, string prefix = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(indent);
        string tabs = new('\t', indent);
        string[] lines =
        [
            Line("count", Count), Line("mean", Mean), Line("std", StandardDeviation), Line("min", Min), Line("max", Max),
        ];
        return prefix + string.Join('\n', lines);

        string Line(string name, double value) => $"{tabs}{name}: {value.ToString(CultureInfo.InvariantCulture)}";
    }
}
