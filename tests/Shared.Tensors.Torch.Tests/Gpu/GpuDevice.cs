using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Gpu;

/// <summary>The device that the tests of category Gpu run on.</summary>
internal static class GpuDevice
{
    /// <summary>Another device for these tests, so that they can be tried where there is no GPU: <c>cpu</c>.</summary>
    private static readonly string? Chosen = Environment.GetEnvironmentVariable("TENSOR_TEST_DEVICE");

    /// <summary>The first CUDA device; the test is ignored where there is none.</summary>
    public static torch.Device Get()
    {
        if (Chosen is { Length: > 0 })
            return torch.device(Chosen);
        if (!torch.cuda.is_available())
            Assert.Ignore("There is no CUDA device, or this libtorch was built without CUDA.");
        return torch.device("cuda:0");
    }
}
