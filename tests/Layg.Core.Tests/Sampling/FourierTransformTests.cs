using System.Numerics;
using Layg.Sampling;
using Shared.Tensors;

namespace Layg.Tests.Sampling;

public sealed class FourierTransformTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(4)]
    [TestCase(8)]
    [TestCase(64)]
    [TestCase(256)]
    public void ToBitReversed_AnyLength_IsTheDirectSumReordered(int length)
    {
        (double[] real, double[] imaginary) = Numbers(length);
        Complex[] expected = Direct(real, imaginary);

        new FourierTransform(length).ToBitReversed(real, imaginary);

        for (int i = 0; i < length; i++)
            ShouldBe(real[Reversed(i, length)], imaginary[Reversed(i, length)], expected[i]);
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(8)]
    [TestCase(256)]
    public void FromBitReversed_AnyLength_IsTheDirectSumOfTheReorderedNumbers(int length)
    {
        (double[] real, double[] imaginary) = Numbers(length);
        Complex[] expected = Direct(real, imaginary);
        double[] reorderedReal = [.. Enumerable.Range(0, length).Select(i => real[Reversed(i, length)])];
        double[] reorderedImaginary = [.. Enumerable.Range(0, length).Select(i => imaginary[Reversed(i, length)])];

        new FourierTransform(length).FromBitReversed(reorderedReal, reorderedImaginary);

        for (int i = 0; i < length; i++)
            ShouldBe(reorderedReal[i], reorderedImaginary[i], expected[i]);
    }

    private static void ShouldBe(double real, double imaginary, Complex expected)
    {
        real.Should().BeApproximately(expected.Real, 1e-12);
        imaginary.Should().BeApproximately(expected.Imaginary, 1e-12);
    }

    private static Complex[] Direct(double[] real, double[] imaginary)
    {
        int length = real.Length;
        var sums = new Complex[length];
        for (int frequency = 0; frequency < length; frequency++)
        {
            for (int i = 0; i < length; i++)
                sums[frequency] += new Complex(real[i], imaginary[i]) * Complex.FromPolarCoordinates(1, -2 * Math.PI * (frequency * i % length) / length);
        }

        return sums;
    }

    private static int Reversed(int index, int length)
    {
        int reversed = 0;
        for (int bit = 1; bit < length; bit *= 2, index /= 2)
            reversed = 2 * reversed + index % 2;
        return reversed;
    }

    private static (double[] Real, double[] Imaginary) Numbers(int length)
    {
        var random = new RandomStream(length);
        (double[] real, double[] imaginary) = (new double[length], new double[length]);
        random.FillNormal(real);
        random.FillNormal(imaginary);
        return (real, imaginary);
    }
}
