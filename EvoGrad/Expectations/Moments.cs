namespace EvoGrad;

/// <summary>Mean and standard deviation (divisor n − 1; 0 for one number) of numbers.</summary>
internal readonly record struct Moments(double Mean, double StandardDeviation)
{
    public static Moments Of(ReadOnlySpan<double> numbers)
    {
        double sum = 0;
        foreach (double number in numbers)
            sum += number;
        double mean = sum / numbers.Length;
        double squares = 0;
        foreach (double number in numbers)
            squares += (number - mean) * (number - mean);
        return new(mean, numbers.Length > 1 ? Math.Sqrt(squares / (numbers.Length - 1)) : 0);
    }
}
