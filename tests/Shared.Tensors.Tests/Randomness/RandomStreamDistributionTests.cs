using MathNet.Numerics.Distributions;

namespace Shared.Tensors.Tests.Randomness;

/// <summary>Statistical tests with fixed seeds; a correct generator passes each with a chance of at least 0.999.</summary>
public sealed class RandomStreamDistributionTests
{
    private const int Draws = 200_000;

    [Test]
    public void NextUInt64_EveryByte_IsUniform()
    {
        var stream = new RandomStream(31);
        int[][] counts = [.. Enumerable.Range(0, 8).Select(_ => new int[256])];
        for (int i = 0; i < Draws; i++)
        {
            ulong word = stream.NextUInt64();
            for (int position = 0; position < 8; position++)
                counts[position][(byte)(word >> 8 * position)]++;
        }

        foreach (int[] count in counts)
            AssertUniform(count);
    }

    [Test]
    public void NextDouble_PairsInCells_AreUniform()
    {
        var stream = new RandomStream(32);
        int[] counts = new int[32 * 32];
        for (int i = 0; i < Draws; i++)
            counts[(int)(32 * stream.NextDouble()) * 32 + (int)(32 * stream.NextDouble())]++;

        AssertUniform(counts);
    }

    [Test]
    public void NextDouble_BetweenEnds_StaysInsideAndFillsTheInterval()
    {
        var stream = new RandomStream(33);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => stream.NextDouble(-2, 6))];

        draws.Should().OnlyContain(draw => draw >= -2 && draw < 6);
        KolmogorovSmirnov(draws, draw => (draw + 2) / 8).Should().BeLessThan(1.95);
        stream.NextDouble(3, 3).Should().Be(3);
    }

    [Test]
    public void NextNormal_Draws_HaveMomentsAndDistribution()
    {
        var stream = new RandomStream(34);
        double[] draws = new double[Draws];
        stream.FillNormal(draws);

        // The variances of the first four raw moments of a normal sample are 1, 2, 15 and 96 over n.
        draws.Average().Should().BeApproximately(0, 4 * Math.Sqrt(1.0 / Draws));
        draws.Average(x => x * x).Should().BeApproximately(1, 4 * Math.Sqrt(2.0 / Draws));
        draws.Average(x => x * x * x).Should().BeApproximately(0, 4 * Math.Sqrt(15.0 / Draws));
        draws.Average(x => x * x * x * x).Should().BeApproximately(3, 4 * Math.Sqrt(96.0 / Draws));
        KolmogorovSmirnov(draws, x => Normal.CDF(0, 1, x)).Should().BeLessThan(1.95);
    }

    [Test]
    public void NextNormal_WithMeanAndDeviation_IsScaled()
    {
        var stream = new RandomStream(35);
        var standard = new RandomStream(35);
        for (int i = 0; i < 100; i++)
            stream.NextNormal(3, 2).Should().Be(3 + 2 * standard.NextNormal());
        stream.NextNormal(3, 0).Should().Be(3);
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(10)]
    [TestCase(1000)]
    public void NextInt32_SmallRange_IsUniform(int range)
    {
        var stream = new RandomStream(36);
        int[] counts = new int[range];
        for (int i = 0; i < Draws; i++)
            counts[stream.NextInt32(range)]++;

        AssertUniform(counts);
    }

    // A range just above a power of two, where taking a remainder or rounding would favour some values by half.
    [TestCase(0, 3L << 61)]
    [TestCase(-(3L << 60), 3L << 60)]
    [TestCase(long.MinValue, long.MinValue / 2)]
    [TestCase(long.MinValue, long.MaxValue)]
    [TestCase(-1, 2)]
    public void NextInt64_AwkwardRange_IsUniform(long min, long exclusiveMax)
    {
        var stream = new RandomStream(37);
        UInt128 range = (UInt128)((Int128)exclusiveMax - min);
        int cells = (int)UInt128.Min(range, 48);
        int[] counts = new int[cells];
        int[] remainders = new int[3];
        for (int i = 0; i < Draws; i++)
        {
            long draw = stream.NextInt64(min, exclusiveMax);
            draw.Should().BeInRange(min, exclusiveMax - 1);
            var offset = (UInt128)((Int128)draw - min);
            counts[(int)(offset * (UInt128)cells / range)]++;
            remainders[(int)(offset % 3)]++;
        }

        AssertUniform(counts);
        AssertUniform(remainders);
    }

    [Test]
    public void Shuffle_OfFour_GivesAllOrdersEquallyOften()
    {
        var stream = new RandomStream(38);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < 48_000; i++)
        {
            char[] letters = ['a', 'b', 'c', 'd'];
            stream.Shuffle<char>(letters);
            string order = new(letters);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        counts.Should().HaveCount(24);
        AssertUniform([.. counts.Values]);
    }

    private static void AssertUniform(int[] counts)
    {
        double expected = counts.Sum() / (double)counts.Length;
        double statistic = counts.Sum(count => (count - expected) * (count - expected) / expected);
        statistic.Should().BeInRange(
            ChiSquared.InvCDF(counts.Length - 1, 5e-4), ChiSquared.InvCDF(counts.Length - 1, 1 - 5e-4), "the cells should be equally full, by chance only");
    }

    // Above 1.95 with a chance of 1 in 1000.
    private static double KolmogorovSmirnov(double[] draws, Func<double, double> distribution)
    {
        double[] sorted = [.. draws.Order()];
        double largest = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double probability = distribution(sorted[i]);
            largest = Math.Max(largest, Math.Max(probability - i / (double)sorted.Length, (i + 1) / (double)sorted.Length - probability));
        }

        return largest * Math.Sqrt(sorted.Length);
    }
}
