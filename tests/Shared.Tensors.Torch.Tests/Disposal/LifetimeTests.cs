using System.Runtime.CompilerServices;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Disposal;

/// <summary>Native memory goes when it shall.</summary>
[NonParallelizable]
public sealed class LifetimeTests
{
    [SetUp]
    public void Collect()
    {
        Garbage.Collect();
    }

    [Test]
    public void MillionOperations_WithUsing_LeaveNoTensor()
    {
        long before = TensorRuntime.LiveTensors;
        using (torch.Tensor a = torch.ones(64), b = torch.ones(64))
        {
            for (int i = 0; i < 1_000_000; i++)
                a.add(b).Dispose();
        }
        TensorRuntime.LiveTensors.Should().Be(before);
    }

    [Test]
    public void ManyThreads_OfTwoMillionAllocationsAndFrees_LeaveNoTensor()
    {
        const int threads = 8, roundsEach = 62_500, allocationsARound = 4;
        (threads * roundsEach * allocationsARound).Should().Be(2_000_000);
        long before = TensorRuntime.LiveTensors;
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(static () =>
        {
            for (int i = 0; i < roundsEach; i++)
            {
                using var scope = torch.NewDisposeScope();
                torch.Tensor a = torch.empty(8), b = torch.empty(8);
                a.alias().Dispose();
                using torch.Tensor sum = a.add(b);
            }
        }))];
        foreach (Thread worker in workers)
            worker.Start();
        foreach (Thread worker in workers)
            worker.Join();
        TensorRuntime.LiveTensors.Should().Be(before);
    }

    [Test]
    public void ForgottenTensors_AreFinalized()
    {
        long before = TensorRuntime.LiveTensors;
        Forget();
        Collect();
        TensorRuntime.LiveTensors.Should().Be(before);
    }

    [Test]
    public void Scope_AtItsEnd_DisposesAllButWhatWasMovedOrDetached()
    {
        torch.Tensor kept, moved, gone;
        using (torch.NewDisposeScope())
        {
            using (DisposeScope inner = torch.NewDisposeScope())
            {
                gone = torch.ones(1);
                moved = torch.ones(1).MoveToOuterDisposeScope();
                kept = torch.ones(1).DetachFromDisposeScope();
                inner.DisposablesCount.Should().Be(1);
            }
            gone.IsInvalid.Should().BeTrue();
            moved.IsInvalid.Should().BeFalse();
        }
        moved.IsInvalid.Should().BeTrue();
        kept.IsInvalid.Should().BeFalse();
        kept.Dispose();
    }

    [Test]
    public void Use_OfDisposedTensor_Throws()
    {
        torch.Tensor tensor = torch.ones(1);
        tensor.Dispose();
        tensor.Dispose();
        FluentActions.Invoking(() => tensor.add(1)).Should().Throw<ObjectDisposedException>();
        FluentActions.Invoking(() => tensor.shape).Should().Throw<ObjectDisposedException>();
        FluentActions.Invoking(() => torch.cat([tensor])).Should().Throw<ObjectDisposedException>();
    }

    [Test]
    public void BorrowedMemory_IsSharedAndReleasedWithTheLastTensor()
    {
        WeakReference array = Borrow(out torch.Tensor tensor);
        using torch.Tensor view = tensor.view(2, 2);
        tensor.Dispose();
        Collect();
        array.IsAlive.Should().BeTrue("a view still uses it");
        using (torch.Tensor last = view[1, 1])
            last.item<double>().Should().Be(4);
        view.Dispose();
        Collect();
        array.IsAlive.Should().BeFalse();
    }

    [Test]
    public void Frombuffer_WritesOnEitherSide_AreSeenOnTheOther()
    {
        float[] memory = [1, 2, 3, 4];
        using torch.Tensor tensor = torch.frombuffer(memory, torch.float32, count: 2, offset: 1);
        tensor.mul_(10);
        memory.Should().Equal(1, 20, 30, 4);
        memory[1] = 7;
        tensor[0].item<float>().Should().Be(7);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Borrow(out torch.Tensor tensor)
    {
        double[] memory = [1, 2, 3, 4];
        tensor = torch.frombuffer(memory, torch.float64);
        return new WeakReference(memory);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget()
    {
        for (int i = 0; i < 100; i++)
            torch.ones(10);
    }
}
