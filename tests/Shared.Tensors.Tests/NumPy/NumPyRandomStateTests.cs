using System.Text.Json;
using Shared.Tensors.NumPy;

namespace Shared.Tensors.Tests.NumPy;

public sealed class NumPyRandomStateTests
{
    public static IEnumerable<TestCaseData> Sequences()
    {
        JsonElement golden = Golden.Read("random.json");
        return golden.GetProperty("legacy").EnumerateArray().Concat(golden.GetProperty("legacy_array").EnumerateArray())
            .Select((entry, i) => new TestCaseData(entry).SetArgDisplayNames($"sequence {i}"));
    }

    [TestCaseSource(nameof(Sequences))]
    public void Draws_InTheOrderOfNumPy_AreEqual(JsonElement expected)
    {
        JsonElement seed = expected.GetProperty("seed");
        NumPyRandomState random = seed.ValueKind == JsonValueKind.Array
            ? new([.. seed.EnumerateArray().Select(word => word.GetUInt32())])
            : new(seed.GetUInt32());

        Repeat(5, () => (long)random.NextUInt32()).Should().Equal(expected.GetProperty("uint32").Longs());
        random.Rand(1500).Should().OnlyContain(value => value >= 0 && value < 1);
        random.Rand(6).Should().Equal(expected.GetProperty("rand").Numbers());
        random.Randn(5).Should().Equal(expected.GetProperty("randn").Numbers());
        Repeat(4, () => random.NextNormal(2, 3)).Should().Equal(expected.GetProperty("normal").Numbers());
        Repeat(4, () => random.NextDouble(-3, 7.5)).Should().Equal(expected.GetProperty("uniform").Numbers());
        Repeat(12, () => random.NextInt32(10)).Should().Equal(expected.GetProperty("randint10").Integers());
        Repeat(2, () => random.NextInt64(5, 6)).Should().Equal(expected.GetProperty("randint_one").Longs());
        Repeat(6, () => random.NextInt64(-1000, 1_000_000)).Should().Equal(expected.GetProperty("randint_negative").Longs());
        Repeat(4, () => random.NextInt64(0, 1L << 32)).Should().Equal(expected.GetProperty("randint_32").Longs());
        Repeat(6, () => random.NextInt64(-5, (1L << 33) + 7)).Should().Equal(expected.GetProperty("randint_33").Longs());
        Repeat(4, () => random.NextInt64(long.MinValue, long.MaxValue)).Should().Equal(expected.GetProperty("randint_full").Longs());
        random.Permutation(17).Should().Equal(expected.GetProperty("permutation").Integers());
        int[] items = [.. Enumerable.Range(1, 9)];
        random.Shuffle<int>(items);
        items.Should().Equal(expected.GetProperty("shuffle").Integers());
        random.Choice(100, 8).Should().Equal(expected.GetProperty("choice").Integers());
        random.Choice(20, 7, replace: false).Should().Equal(expected.GetProperty("choice_without").Integers());
        random.NextNormal();
        var state = expected.GetProperty("state").Deserialize<NumPyRandomStateData>()!;
        random.State.Should().BeEquivalentTo(state, options => options.WithStrictOrdering());
        double[] after = expected.GetProperty("randn_after").Numbers();
        random.Randn(4).Should().Equal(after);
        new NumPyRandomState(state).Randn(4).Should().Equal(after, "a state of NumPy can be taken over");
    }

    [Test]
    public void Draws_OfGoldenSequence_AreEqual()
    {
        JsonElement expected = Golden.Read("numpy_legacy_random.json").GetProperty("stream");
        var random = new NumPyRandomState(expected.GetProperty("seed").GetUInt32());

        random.Rand(5).Should().Equal(expected.GetProperty("rand5").Numbers());
        random.Randn(5).Should().Equal(expected.GetProperty("randn5_after").Numbers());
        Repeat(4, () => random.NextNormal(2, 3)).Should().Equal(expected.GetProperty("normal_mu2_sd3_after").Numbers());
        var raw = new NumPyRandomState(42);
        Repeat(8, () => (long)raw.NextUInt32()).Should().Equal(expected.GetProperty("raw_uint32").Longs());
        new NumPyRandomState(uint.MaxValue).Rand(3).Should().Equal(expected.GetProperty("seed_max_rand3").Numbers());
    }

    [Test]
    public void Randn_OfMultivariateSeed_AreItsStandardNormals()
    {
        JsonElement expected = Golden.Read("numpy_legacy_random.json").GetProperty("multivariate_normal");

        double[] normals = new NumPyRandomState(expected.GetProperty("seed").GetUInt32()).Randn(8);

        normals.Should().Equal(expected.GetProperty("standard_normals").EnumerateArray().SelectMany(row => row.Numbers()));
    }

    [Test]
    public void State_BetweenDraws_GoesOn()
    {
        var random = new NumPyRandomState(5);
        for (int i = 0; i < 700; i++)
        {
            var copy = new NumPyRandomState(random.State);
            copy.NextNormal().Should().Be(random.NextNormal());
            copy.NextUInt32().Should().Be(random.NextUInt32());
        }
    }

    [Test]
    public void State_Taken_DoesNotChangeWithTheGenerator()
    {
        var random = new NumPyRandomState(5);
        NumPyRandomStateData state = random.State;
        uint first = random.NextUInt32();
        random.Rand(1000);

        new NumPyRandomState(state).NextUInt32().Should().Be(first);
    }

    [Test]
    public void Arguments_OutOfRange_Throw()
    {
        var random = new NumPyRandomState(1);
        FluentActions.Invoking(() => new NumPyRandomState(ReadOnlySpan<uint>.Empty)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new NumPyRandomState(new NumPyRandomStateData([1, 2], 0, false, 0))).Should().Throw<ArgumentException>().WithMessage("*2 words*");
        FluentActions.Invoking(() => new NumPyRandomState(random.State with { Position = 625 })).Should().Throw<ArgumentException>().WithMessage("*625*");
        FluentActions.Invoking(() => random.NextInt32(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => random.NextInt64(2, 2)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => random.NextNormal(0, -1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => random.Choice(3, 4, replace: false)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => random.Choice(0, 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => random.Rand(-1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static T[] Repeat<T>(int count, Func<T> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
}
