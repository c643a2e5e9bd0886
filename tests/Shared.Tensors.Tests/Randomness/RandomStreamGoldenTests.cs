using System.Text.Json;

namespace Shared.Tensors.Tests.Randomness;

/// <summary>Draws against those of NumPy's Philox and the quantiles of SciPy.</summary>
public sealed class RandomStreamGoldenTests
{
    public static IEnumerable<TestCaseData> Streams() => Golden.Read("random.json").GetProperty("philox").EnumerateArray()
        .Select(entry => new TestCaseData(entry).SetArgDisplayNames(entry.GetProperty("seed").ToString()));

    [TestCaseSource(nameof(Streams))]
    public void NextUInt64_EverySeed_DrawsTheWordsOfNumPy(JsonElement entry)
    {
        var stream = new RandomStream(entry.GetProperty("seed").GetInt64());

        ulong[] words = [.. Enumerable.Range(0, 1000).Select(_ => stream.NextUInt64())];

        words[..21].Should().Equal(entry.GetProperty("first").UnsignedLongs());
        words[^1].Should().Be(entry.GetProperty("at_999").GetUInt64());
        words.Aggregate((left, right) => left ^ right).Should().Be(entry.GetProperty("xor").GetUInt64());
    }

    [Test]
    public void FourBlocks_InLanes_AreTheSingleBlocks()
    {
        var key = new PhiloxKey(0xDEADBEEF12345678, 0xFEDCBA9876543210);
        ulong[] words = new ulong[16];
        ulong[] starts = [0, 1, uint.MaxValue - 1, ulong.MaxValue - 1];
        foreach (ulong start in starts)
        {
            Philox.FourBlocks(key, start, words);
            for (int block = 0; block < 4; block++)
            {
                (ulong word0, ulong word1, ulong word2, ulong word3) = Philox.Block(key, unchecked(start + (ulong)block));
                words[(block * 4)..(block * 4 + 4)].Should().Equal(word0, word1, word2, word3);
            }
        }
    }

    [Test]
    public void NormalQuantile_Of_AgreesWithSciPy()
    {
        JsonElement golden = Golden.Read("quantiles.json");
        double[] probabilities = golden.GetProperty("probabilities").Numbers();
        double[] expected = golden.GetProperty("quantiles").Numbers();
        for (int i = 0; i < probabilities.Length; i++)
        {
            double quantile = NormalQuantile.Of(probabilities[i]);
            double tolerance = Math.Max(1e-15 * Math.Abs(expected[i]), double.Epsilon);
            quantile.Should().BeApproximately(expected[i], tolerance, "the probability is {0:R}", probabilities[i]);
        }
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(257)]
    [TestCase(5003)]
    public void NormalQuantile_InPlace_IsBitForBitTheSingleOne(int count)
    {
        var stream = new RandomStream(3);
        double[] values = new double[count];
        stream.FillUniform(values);
        for (int i = 0; i < count; i++)
            values[i] = i % 5 == 0 ? Math.ScaleB(values[i] + 1e-3, -(i % 300) - 1) : values[i] * 0.999 + 1e-4;
        double[] expected = [.. values.Select(NormalQuantile.Of)];

        NormalQuantile.InPlace(values);

        values.Should().Equal(expected);
    }

    [Test]
    public void NormalQuantile_AroundOneHalf_IsAntisymmetric()
    {
        var stream = new RandomStream(4);
        for (int i = 0; i < 20_000; i++)
        {
            // Multiples of 2^-52, so that 1 - p is exact.
            double probability = ((stream.NextUInt64() >> 12) + 0.5) * Math.ScaleB(1, -52);
            NormalQuantile.Of(1 - probability).Should().Be(-NormalQuantile.Of(probability));
        }
    }

    [Test]
    public void NextDoubleAndNextNormal_OfSeedOne_AreTheseBits()
    {
        var stream = new RandomStream(1);
        var words = new RandomStream(1);
        for (int i = 0; i < 100; i++)
        {
            stream.NextDouble().Should().Be((words.NextUInt64() >> 11) / 9007199254740992.0);
            stream.NextNormal().Should().Be(NormalQuantile.Of(((words.NextUInt64() >> 12) + 0.5) / 4503599627370496.0));
        }
    }

    // Recorded with AVX2 and fused multiply-add in hardware; the same must come out without them and on other processors.
    [Test]
    public void FillNormal_OnAnyProcessor_GivesTheseBits()
    {
        double[] draws = new double[100_000];
        new RandomStream(1).FillNormal(draws);

        ulong mixed = draws.Aggregate(0UL, (hash, draw) => unchecked((hash ^ BitConverter.DoubleToUInt64Bits(draw)) * 0x100000001B3));

        mixed.Should().Be(14868156171555383681);
    }
}
