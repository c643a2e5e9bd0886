using System.Numerics;
using System.Numerics.Tensors;

namespace EvoGrad;

/// <summary>Mean and standard deviation (divisor n − 1; 0 for one number) of numbers.</summary>
internal readonly record struct Moments(double Mean, double StandardDeviation)
{
    public static Moments Of(ReadOnlySpan<double> numbers)
    {
        double mean = TensorPrimitives.Sum(numbers) / numbers.Length;
        var means = new Vector<double>(mean);
        Vector<double> squares = Vector<double>.Zero;
        int i = 0;
        for (; i <= numbers.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> difference = new Vector<double>(numbers[i..]) - means;
            squares += difference * difference;
        }

        double sum = Vector.Sum(squares);
        for (; i < numbers.Length; i++)
            sum += (numbers[i] - mean) * (numbers[i] - mean);
        return new(mean, numbers.Length > 1 ? Math.Sqrt(sum / (numbers.Length - 1)) : 0);
    }
}
