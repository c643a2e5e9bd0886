using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Disposal;

/// <summary>Freed blocks serve the next tensors.</summary>
[NonParallelizable]
public sealed class MemoryReuseTests
{
    [SetUp]
    public void Collect()
    {
        Garbage.Collect();
    }

    [TestCase(16)]
    [TestCase(1_000)]
    [TestCase(300_000)]
    public void FreedBlock_ServesTheNextTensorOfItsSize(int elements)
    {
        nint first;
        using (torch.Tensor tensor = torch.ones(elements))
            first = Address(tensor);
        using torch.Tensor next = torch.zeros(elements);
        Address(next).Should().Be(first);
        next.ToArray<float>().Should().AllBeEquivalentTo(0f);
    }

    [Test]
    public void Blocks_AreAlignedAndApart_ForEverySize()
    {
        using var scope = torch.NewDisposeScope();
        List<(nint Start, nint End)> blocks = [];
        for (int size = 1; size < 3_000_000; size = size * 5 / 4 + 1)
        {
            torch.Tensor tensor = torch.full(size, (byte)(size % 251), dtype: torch.uint8);
            nint start = Address(tensor);
            (start % 64).Should().Be(0);
            blocks.Add((start, start + size));
            tensor.ToArray<byte>().Should().OnlyContain(value => value == size % 251);
        }
        blocks.Sort();
        for (int i = 1; i < blocks.Count; i++)
            blocks[i].Start.Should().BeGreaterThanOrEqualTo(blocks[i - 1].End);
    }

    private static unsafe nint Address(torch.Tensor tensor) => (nint)tensor.Info.Data;
}
