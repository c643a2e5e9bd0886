using FsCheck;
using FsCheck.Fluent;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Indexing;

/// <summary>Indexing against plain loops, and the forms that loops do not reach.</summary>
public sealed class IndexingTests
{
    [Test]
    public void SlicesAndPositions_Random_AreThoseOfLoops() =>
        Prop.ForAll<int>(seed => CheckSlices(seed)).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void CheckSlices(int seed)
    {
        var random = new RandomStream(seed);
        int rows = 1 + random.NextInt32(6), columns = 1 + random.NextInt32(6);
        (int start, int stop, int step) = (random.NextInt32(rows), random.NextInt32(rows + 3), 1 + random.NextInt32(3));
        int column = random.NextInt32(columns) - (random.NextInt32(2) * columns);
        int[] expected = [.. Enumerable.Range(0, rows).Where(r => r >= start && r < stop && (r - start) % step == 0)
            .Select(r => (r * columns) + (column < 0 ? column + columns : column))];

        using var scope = torch.NewDisposeScope();
        torch.Tensor tensor = torch.arange(rows * columns, torch.int32).view(rows, columns);
        torch.Tensor picked = tensor[torch.TensorIndex.Slice(start, stop, step), column];
        picked.ToArray<int>().Should().Equal(expected);

        tensor[torch.TensorIndex.Slice(start, stop, step), column] = torch.tensor(-1);
        int[] after = tensor.ToArray<int>();
        for (int i = 0; i < after.Length; i++)
            after[i].Should().Be(expected.Contains(i) ? -1 : i);
    }

    [Test]
    public void Forms_OfEveryKind_GiveShapeAndElements()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor t = torch.arange(24L).view(2, 3, 4);
        t[1].shape.Should().Equal(3, 4);
        t[1, 2].ToArray<long>().Should().Equal(20, 21, 22, 23);
        t[1, 2, -1].item<long>().Should().Be(23);
        t[torch.TensorIndex.Ellipsis, 0].ToArray<long>().Should().Equal(0, 4, 8, 12, 16, 20);
        t[torch.TensorIndex.Null, 0].shape.Should().Equal(1, 3, 4);
        t[torch.TensorIndex.Colon, 1..].shape.Should().Equal(2, 2, 4);
        t[.., ..^1].shape.Should().Equal(2, 2, 4);
        t[0, torch.TensorIndex.Ellipsis, (null, 2)].shape.Should().Equal(3, 2);
        t[^0..].shape.Should().Equal(0, 3, 4);
        torch.arange(2L).expand(1, 2, 1, 2, 1, 2)[0, 1, 0, 1, 0, 1].item<long>().Should().Be(1);
        t[torch.TensorIndex.Bool(true)].shape.Should().Equal(1, 2, 3, 4);
        t[torch.TensorIndex.Bool(false)].shape.Should().Equal(0, 2, 3, 4);
    }

    [Test]
    public void MasksAndIndexTensors_Read_CopyTheElements()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor t = torch.arange(12L).view(3, 4);
        torch.Tensor rows = torch.tensor(new[] { 2L, 0 }), columns = torch.tensor(new[] { 1L, 3 });
        t[rows].ToArray<long>().Should().Equal(8, 9, 10, 11, 0, 1, 2, 3);
        t[rows, columns].ToArray<long>().Should().Equal(9, 3);
        t[torch.TensorIndex.Colon, torch.TensorIndex.Tensor(columns)].shape.Should().Equal(3, 2);
        t[t > 8].ToArray<long>().Should().Equal(9, 10, 11);
        t[torch.TensorIndex.Ellipsis, torch.TensorIndex.Tensor(t > 8)].ToArray<long>().Should().Equal(9, 10, 11);
    }

    [Test]
    public void MasksAndIndexTensors_Assigned_ChangeTheElements()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor t = torch.zeros(2, 3, torch.int64);
        t[torch.tensor(new[] { true, false })] = torch.tensor(5L);
        t[1, 2] = 7;
        t.index_put_((Scalar)9, torch.TensorIndex.Single(1), torch.TensorIndex.Tensor(torch.tensor(new[] { 0L })));
        t.ToArray<long>().Should().Equal(5, 5, 5, 9, 0, 7);
    }
}
