using System.Globalization;
using TorchSharp;

namespace Shared.Tensors;

/// <summary>What the tensor engine is and holds in this process.</summary>
public static class TensorRuntime
{
    /// <summary>How many tensors hold native memory now.</summary>
    public static long LiveTensors => torch.Tensor.TotalCount;

    /// <summary>Loads the engine if it is not loaded yet, and says what it is.</summary>
    public static TensorRuntimeInfo Info() =>
        new("TorchSharp", torch.__version__, "TorchSharp.dll", "built into libtorch", null,
            torch.get_num_threads(), torch.cuda.device_count(), "");

    /// <summary>The same in a few lines of text.</summary>
    public static string Describe()
    {
        TensorRuntimeInfo info = Info();
        return string.Create(CultureInfo.InvariantCulture,
            $"engine    {info.Engine}: libtorch {info.LibtorchVersion} through {info.LibraryFile}\nthreads   {info.Threads}\ncuda      {info.CudaDevices}");
    }

    /// <summary>Waits until a CUDA device has done all that was asked of it; returns at once for the processor.</summary>
    /// <param name="device">The device; the first CUDA device when it has no index.</param>
    public static void Synchronize(torch.Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.type is DeviceType.CUDA)
            torch.cuda.synchronize(device);
    }
}
