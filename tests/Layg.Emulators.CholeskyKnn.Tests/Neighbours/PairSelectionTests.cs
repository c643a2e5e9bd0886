using Layg.Emulators.CholeskyKnn.Neighbours;
using Shared.Tensors;

namespace Layg.Emulators.CholeskyKnn.Tests.Neighbours;

public sealed class PairSelectionTests
{
    [TestCase(1, 1)]
    [TestCase(40, 3)]
    [TestCase(5000, 4)]
    [TestCase(5000, 1_000_000)]
    [TestCase(20000, 20000)]
    public void Partition_AnyPosition_SplitsAndKeepsPairs(int count, int distinct)
    {
        var random = new RandomStream(count + distinct);
        double[] original = [.. Enumerable.Range(0, count).Select(_ => (double)random.NextInt32(distinct))];
        foreach (int position in new[] { 0, count / 3, count / 2, count - 1 })
        {
            double[] keys = [.. original];
            int[] items = [.. Enumerable.Range(0, count)];
            PairSelection.Partition(keys, items, position);
            double[] sorted = [.. original.Order()];
            keys[position].Should().Be(sorted[position]);
            keys.Take(position).Any(key => key > keys[position]).Should().BeFalse();
            keys.Skip(position).Any(key => key < keys[position]).Should().BeFalse();
            items.Order().Should().Equal(Enumerable.Range(0, count));
            items.Select(item => original[item]).Should().Equal(keys);
        }
    }

    [Test]
    public void Partition_SortedAndReversedAndOrganPipe_StaysCorrect()
    {
        const int Count = 10_000;
        double[][] inputs =
        [
            [.. Enumerable.Range(0, Count).Select(i => (double)i)],
            [.. Enumerable.Range(0, Count).Select(i => (double)-i)],
            [.. Enumerable.Range(0, Count).Select(i => (double)Math.Min(i, Count - i))],
        ];
        foreach (double[] keys in inputs)
        {
            double expected = keys.Order().ElementAt(Count / 2);
            PairSelection.Partition(keys, new int[Count], Count / 2);
            keys[Count / 2].Should().Be(expected);
        }
    }
}
