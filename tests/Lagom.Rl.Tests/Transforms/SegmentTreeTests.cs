using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Lagom.Rl.Tests;

public sealed class SegmentTreeTests
{
    [Test]
    public void Trees_GoldenOperations_Match()
    {
        int checks = 0;
        foreach (JsonElement item in Golden.Read("lagom/transform.json").Items("segment_tree"))
        {
            int capacity = item.GetProperty("capacity").GetInt32();
            SegmentTree tree = item.GetProperty("tree").GetString() == "sum" ? new SumTree(capacity) : new MinTree(capacity);
            if (item.TryGetProperty("leaves", out JsonElement leaves))
            {
                int leaf = 0;
                foreach (double weight in leaves.Numbers())
                    tree[leaf++] = weight;
                tree.Reduce().Should().BeApproximately(item.Number("total"), 1e-9);
                foreach (JsonElement find in item.Items("find"))
                    ((SumTree)tree).FindPrefixSum(find[0].GetDouble()).Should().Be(find[1].GetInt32());
                continue;
            }

            foreach (JsonElement operation in item.Items("ops"))
            {
                switch (operation[0].GetString())
                {
                    case "set":
                        tree[operation[1].GetInt32()] = operation[2].GetDouble();
                        break;
                    case "reduce":
                        tree.Reduce(operation[1].GetInt32(), operation[2].ValueKind == JsonValueKind.Null ? null : operation[2].GetInt32())
                            .Should().Be(operation[3].ValueKind == JsonValueKind.String ? double.PositiveInfinity : operation[3].GetDouble());
                        checks++;
                        break;
                    default:
                        // The original lands on an empty leaf where the prefix is the whole sum; this tree never does.
                        int expected = operation[2].GetInt32();
                        while (tree[expected] == 0)
                            expected--;
                        ((SumTree)tree).FindPrefixSum(operation[1].GetDouble()).Should().Be(expected);
                        checks++;
                        break;
                }
            }
        }

        checks.Should().BeGreaterThan(30);
    }

    [Test]
    public void Trees_RandomChanges_EqualBruteForce() => Prop.ForAll<long>((seed) => Trees_RandomChanges_EqualBruteForce(seed)).QuickCheckThrowOnFailure();

    private static void Trees_RandomChanges_EqualBruteForce(long seed)
    {
        var random = new RandomStream(seed);
        int capacity = 1 << random.NextInt32(6);
        var sums = new SumTree(capacity);
        var minima = new MinTree(capacity);
        var weights = new double[capacity];
        var numbers = new double[capacity];
        numbers.AsSpan().Fill(double.PositiveInfinity);
        for (int i = 0; i < 20; i++)
        {
            int index = random.NextInt32(capacity);
            sums[index] = weights[index] = random.NextInt32(3) == 0 ? 0 : random.NextDouble();
            minima[index] = numbers[index] = random.NextNormal();
        }

        int start = random.NextInt32(capacity + 1), end = random.NextInt32(capacity + 1);
        int length = Math.Max(0, end - start);
        sums.Sum(start, end).Should().BeApproximately(weights.Skip(start).Take(length).Sum(), 1e-12);
        minima.Min(start, end).Should().Be(numbers.Skip(start).Take(length).Append(double.PositiveInfinity).Min());
        if (sums.Total == 0)
            return;
        double prefix = random.NextDouble() * sums.Total;
        int found = sums.FindPrefixSum(prefix);
        weights[found].Should().BePositive();
        weights.Take(found).Sum().Should().BeLessThanOrEqualTo(prefix + 1e-12);
        weights.Take(found + 1).Sum().Should().BeGreaterThan(prefix - 1e-12);
    }

    [Test]
    public void Trees_BadArguments_AreNamed()
    {
        var tree = new SumTree(4);
        FluentActions.Invoking(() => new MinTree(3)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*power of two*");
        tree.Invoking(t => t[4] = 1).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*0 to 3*");
        tree.Invoking(t => t[0] = -1).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*weight*");
        tree.Invoking(t => t.FindPrefixSum(0)).Should().Throw<InvalidOperationException>();
        tree[1] = 2;
        tree.FindPrefixSum(2).Should().Be(1);
        tree.Invoking(t => t.FindPrefixSum(2.1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*total, 2*");
        tree.Invoking(t => t.FindPrefixSum(double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
        tree.Invoking(t => t.Sum(0, 5)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
