using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace EvoGrad.Tests;

public sealed class SingleNoiseTests
{
    // Known answers of Philox4x32-10: counter and key all zero, and all ones.
    [TestCase(0ul, 0ul, 0ul, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [TestCase(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    public void Blocks_KnownCounter_GivesTheKnownWords(ulong key, ulong upper, ulong first, uint word0, uint word1, uint word2, uint word3)
    {
        var (a, b, c, d) = SingleNoise.Blocks(key, upper, first);

        (a[0], b[0], c[0], d[0]).Should().Be((word0, word1, word2, word3));
    }

    [Test]
    public void Quantile_AllOfTheRange_IsTheInverseOfTheDistributionFunction()
    {
        using var scope = NewDisposeScope();
        uint[] words = [.. Enumerable.Range(0, 1 << 14).Select(i => (uint)i * 131071u), 0, 1, 2, 5, 17, 100, 1000, 100_000, 0x7FFFFFFF, 0x7FFFFFFE, 0x7FFF0000];
        foreach (uint word in words)
        {
            double p = ((word & 0x7FFFFFFF) + 0.5) / 4294967296.0;
            double exact = -special.ndtri(tensor(p)).item<double>() * (word >> 31 == 0 ? 1 : -1);
            double actual = SingleNoise.Quantile(Vector512.Create(word))[3];
            actual.Should().BeApproximately(exact, Math.Abs(exact) < 5.3 ? 3e-6 : 5e-3, "of word {0}", word);
        }
    }

    [Test]
    public void Fill_AnyPosition_GivesTheSameNumbers()
    {
        var whole = new float[500];
        CounterNoise.FillNormal(7, "individuals", 0, whole);
        for (int start = 0; start < 200; start += 13)
        {
            var part = new float[start % 5 == 0 ? 3 : 211];
            CounterNoise.FillNormal(7, "individuals", start, part);
            part.Should().Equal(whole[start..(start + part.Length)]);
        }
    }

    [Test]
    public void Fill_ManyNumbers_AreStandardNormal()
    {
        const int Count = 4_000_000;
        var numbers = new float[Count];
        CounterNoise.FillNormal(3, "individuals", 5, numbers);

        // Moments of them: mean 0, variance 1, third 0, fourth 3; standard errors from the normal distribution's own moments.
        double[] moments = [.. Enumerable.Range(1, 4).Select(k => numbers.Average(x => Math.Pow(x, k)))];
        double[] expected = [0, 1, 0, 3], errors = [1, Math.Sqrt(2), Math.Sqrt(15), Math.Sqrt(96)];
        for (int k = 0; k < 4; k++)
            ((moments[k] - expected[k]) / (errors[k] / Math.Sqrt(Count))).Should().BeInRange(-4, 4, "z-score of moment {0}", k + 1);
        double neighbours = Enumerable.Range(0, Count - 1).Average(i => (double)numbers[i] * numbers[i + 1]);
        (neighbours * Math.Sqrt(Count)).Should().BeInRange(-4, 4);
        (numbers.Count(x => Math.Abs(x) > 3) / (double)Count).Should().BeApproximately(0.0026998, 4 * Math.Sqrt(0.0027 / Count));
    }
}
