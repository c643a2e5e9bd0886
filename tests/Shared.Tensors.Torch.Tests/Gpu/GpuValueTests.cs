using System.Runtime.InteropServices;
using Shared.Tensors.Torch.Tests.Values;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Gpu;

/// <summary>Every wrapped function on the GPU against what Python's torch computed on a processor.</summary>
[Category("Gpu")]
public sealed class GpuValueTests
{
    // Kernels add up in another order there, and the single-precision ones use approximate instructions.
    private const double DoubleTolerance = 1e-9, SingleTolerance = 1e-5;

    private static IEnumerable<TestCaseData> Cases => ValueCases.All.Select(one => new TestCaseData(one.Python));

    [TestCaseSource(nameof(Cases))]
    public void Call_OnGpu_GivesPythonsResult(string python)
    {
        torch.Device device = GpuDevice.Get();
        using var scope = torch.NewDisposeScope();
        ValueCase one = ValueCases.All.Single(one => one.Python == python);
        torch.Tensor result;
        try
        {
            result = one.Call(new ValueInputs(device));
        }
        catch (ExternalException refusal) when (refusal.Message.Contains("not implemented for", StringComparison.Ordinal)
            || refusal.Message.Contains("Could not run", StringComparison.Ordinal))
        {
            Assert.Ignore($"This libtorch has no kernel for it on {device}: {refusal.Message}");
            return;
        }
        catch (ExternalException refusal) when (refusal.Message.Contains("same device", StringComparison.Ordinal))
        {
            Assert.Ignore($"The expression makes a tensor on the processor: {refusal.Message}");
            return;
        }

        ExpectedValue.Of(python).Check(result, DoubleTolerance, SingleTolerance);
    }
}
