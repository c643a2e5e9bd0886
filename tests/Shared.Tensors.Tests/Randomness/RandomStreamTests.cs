using System.Text.Json;
using MathNet.Numerics.Distributions;

namespace Shared.Tensors.Tests.Randomness;

public sealed class RandomStreamTests
{
    [Test]
    public void State_AtEveryPosition_GoesOnWithTheSameDraws()
    {
        var stream = new RandomStream(-7);
        for (int drawn = 0; drawn < 70; drawn++)
        {
            RandomStreamState state = stream.State;
            var restored = new RandomStream(state);
            restored.State.Should().Be(state);
            var copy = new RandomStream(state);
            ulong[] next = [.. Enumerable.Range(0, 40).Select(_ => copy.NextUInt64())];
            ulong[] again = [.. Enumerable.Range(0, 40).Select(_ => restored.NextUInt64())];
            again.Should().Equal(next);
            stream.NextUInt64().Should().Be(next[0]);
        }
    }

    [Test]
    public void State_CountsBlocksOfFourWords()
    {
        var stream = new RandomStream(5);
        stream.State.Should().Be(new RandomStreamState(5, 0, 0, 4));
        for (int drawn = 1; drawn < 50; drawn++)
        {
            stream.NextUInt64();
            stream.State.Should().Be(new RandomStreamState(5, 0, (ulong)(drawn + 3) / 4, (drawn - 1) % 4 + 1));
        }
    }

    [Test]
    public void State_ThroughJson_KeepsAllBits()
    {
        RandomStream stream = new RandomStream(-1).Split("key of two words", 3);
        stream.NextUInt64();

        RandomStreamState state = JsonSerializer.Deserialize<RandomStreamState>(JsonSerializer.Serialize(stream.State));

        state.Should().Be(stream.State);
        state.Key0.Should().BeGreaterThan(1UL << 53);
        new RandomStream(state).NextUInt64().Should().Be(stream.NextUInt64());
    }

    [TestCase(0UL, 0)]
    [TestCase(0UL, 3)]
    [TestCase(1UL, -1)]
    [TestCase(1UL, 5)]
    public void Constructor_ImpossibleState_Throws(ulong blocks, int used)
    {
        FluentActions.Invoking(() => new RandomStream(new RandomStreamState(1, 2, blocks, used))).Should().Throw<ArgumentException>().WithMessage("*Used*");
    }

    [Test]
    public void Constructor_LastBlockOfTheCounter_WrapsAround()
    {
        var stream = new RandomStream(new RandomStreamState(1, 2, ulong.MaxValue, 3));
        stream.NextUInt64();
        stream.State.Should().Be(new RandomStreamState(1, 2, ulong.MaxValue, 4));
        FluentActions.Invoking(() => Enumerable.Range(0, 40).Select(_ => stream.NextUInt64()).ToArray()).Should().NotThrow();
    }

    [Test]
    public void Fills_InAnyPortions_DrawWhatSingleDrawsDo()
    {
        int[] portions = [0, 1, 2, 5, 16, 17, 300, 1000];
        var filled = new RandomStream(9);
        var single = new RandomStream(9);
        foreach (int portion in portions)
        {
            double[] values = new double[portion];
            filled.FillUniform(values);
            values.Should().Equal(Enumerable.Range(0, portion).Select(_ => single.NextDouble()));
            filled.FillNormal(values);
            values.Should().Equal(Enumerable.Range(0, portion).Select(_ => single.NextNormal()));
            filled.State.Should().Be(single.State);
        }
    }

    [Test]
    public void Permutation_OfN_HoldsEachNumberOnce()
    {
        new RandomStream(1).Permutation(1000).Order().Should().Equal(Enumerable.Range(0, 1000));
        new RandomStream(1).Permutation(0).Should().BeEmpty();
        new RandomStream(1).Permutation(1000).Should().NotBeInAscendingOrder();
    }

    [Test]
    public void AsRandom_InMathNetDistribution_DrawsFromTheStream()
    {
        var stream = new RandomStream(11);
        double[] draws = new double[20_000];

        new Gamma(2.5, 1.5, stream.AsRandom()).Samples(draws);

        double mean = draws.Average();
        // Four standard errors of the mean of 20 000 draws of variance 2.5 / 1.5^2.
        mean.Should().BeApproximately(2.5 / 1.5, 4 * Math.Sqrt(2.5 / 2.25 / draws.Length));
        double[] again = new double[20_000];
        new Gamma(2.5, 1.5, new RandomStream(11).AsRandom()).Samples(again);
        again.Should().Equal(draws);
        stream.State.Blocks.Should().BeGreaterThan(5000);
    }

    [Test]
    public void AsRandom_EveryMember_StaysInItsRange()
    {
        Random random = new RandomStream(12).AsRandom();
        for (int i = 0; i < 1000; i++)
        {
            random.Next().Should().BeInRange(0, int.MaxValue - 1);
            random.Next(7).Should().BeInRange(0, 6);
            random.Next(-3, 4).Should().BeInRange(-3, 3);
            random.Next(int.MinValue, int.MaxValue).Should().BeLessThan(int.MaxValue);
            random.NextInt64().Should().BeInRange(0, long.MaxValue - 1);
            random.NextInt64(5).Should().BeInRange(0, 4);
            random.NextInt64(-5, 5).Should().BeInRange(-5, 4);
            random.NextSingle().Should().BeInRange(0, 0.99999994f);
            random.NextDouble().Should().BeInRange(0, 0.9999999999999999);
        }

        random.Next(0).Should().Be(0);
        random.Next(3, 3).Should().Be(3);
        random.NextInt64(0).Should().Be(0);
        random.NextInt64(3, 3).Should().Be(3);
        byte[] bytes = new byte[1000];
        random.NextBytes(bytes);
        bytes.Distinct().Count().Should().BeGreaterThan(200);
    }

    [Test]
    public void Arguments_OutOfRange_NameTheParameter()
    {
        var stream = new RandomStream(1);
        FluentActions.Invoking(() => stream.NextInt32(0)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("exclusiveMax");
        FluentActions.Invoking(() => stream.NextInt64(3, 3)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("exclusiveMax");
        FluentActions.Invoking(() => stream.NextDouble(double.NaN, 1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("low");
        FluentActions.Invoking(() => stream.NextDouble(1, 0)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("high");
        FluentActions.Invoking(() => stream.NextDouble(1, double.PositiveInfinity)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("high");
        FluentActions.Invoking(() => stream.NextNormal(0, -1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("standardDeviation");
        FluentActions.Invoking(() => stream.NextNormal(0, double.NaN)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("standardDeviation");
        FluentActions.Invoking(() => stream.Permutation(-1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("count");
        FluentActions.Invoking(() => stream.Split(null!)).Should().Throw<ArgumentNullException>().WithParameterName("label");
        FluentActions.Invoking(() => stream.AsRandom().Next(-1)).Should().Throw<ArgumentOutOfRangeException>();
        stream.State.Should().Be(new RandomStream(1).State, "nothing was drawn");
    }
}
