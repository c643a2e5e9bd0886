using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Disposal;

/// <summary>Native memory that nobody disposes must not fill the machine before the collector thinks of it.</summary>
[NonParallelizable]
public sealed class MemoryPressureTests
{
    [Test]
    public void ForgottenLargeTensors_AreCollectedWhileMoreAreMade()
    {
        const int Made = 4000, Megabyte = 1 << 20;
        long before = TensorRuntime.LiveTensors, most = 0;
        for (int i = 0; i < Made; i++)
        {
            _ = torch.ones(Megabyte, dtype: torch.uint8);
            most = Math.Max(most, TensorRuntime.LiveTensors - before);
        }
        most.Should().BeLessThan(Made / 2, "the collector runs when forgotten tensors have grown by half a gigabyte");
    }

    [Test]
    public void DisposedLargeTensors_CostNoCollection()
    {
        using torch.Tensor ones = torch.ones(1 << 20);
        int before = GC.CollectionCount(0);
        for (int i = 0; i < 500; i++)
            ones.add(ones).Dispose();
        (GC.CollectionCount(0) - before).Should().BeLessThan(50);
    }
}
