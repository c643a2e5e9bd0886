using System.Globalization;
using TorchSharp;

namespace Shared.Tensors;

/// <summary>What the tensor engine is and holds in this process.</summary>
public static class TensorRuntime
{
    /// <summary>How many tensors hold native memory now; 0 without libtorch.</summary>
    public static long LiveTensors => NativeLibraryLoader.LoadedFile is null ? 0 : NativeMethods.st_live_tensors();

    /// <summary>Loads the engine if it is not loaded yet, and says what it is.</summary>
    /// <exception cref="TensorEngineNotFoundException">The native part or libtorch is missing; the message says what to install.</exception>
    public static unsafe TensorRuntimeInfo Info()
    {
        var build = NativeError.TakeText(NativeMethods.st_describe_build());
        var (blas, warning) = LoadedBlas.Find(build);
        return new TensorRuntimeInfo("System", torch.__version__, NativeLibraryLoader.LoadedFile ?? "", blas, warning,
            torch.get_num_threads(), torch.cuda.device_count(), build);
    }

    /// <summary>The same in a few lines of text.</summary>
    /// <exception cref="TensorEngineNotFoundException">The native part or libtorch is missing; the message says what to install.</exception>
    public static string Describe()
    {
        var info = Info();
        var device = info.CudaDevices == 0 ? "cpu" : string.Create(CultureInfo.InvariantCulture, $"cpu and {info.CudaDevices} x cuda");
        string?[] lines =
        [
            $"engine    {info.Engine}: libtorch {info.LibtorchVersion} through {info.LibraryFile}",
            $"device    {device}",
            string.Create(CultureInfo.InvariantCulture, $"threads   {info.Threads}"),
            $"BLAS      {info.Blas}",
            info.BlasWarning is null ? null : $"warning   {info.BlasWarning}",
        ];
        return string.Join(Environment.NewLine, lines.OfType<string>());
    }

    /// <summary>Waits until a CUDA device has done all that was asked of it; returns at once for the processor.</summary>
    /// <param name="device">The device; the first CUDA device when it has no index.</param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">There is no such device, or a kernel failed.</exception>
    public static void Synchronize(torch.Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.type is DeviceType.CUDA)
            NativeError.Check(NativeMethods.st_cuda_synchronize(Math.Max(0, device.index)));
    }

    /// <summary>The memory of a CUDA device.</summary>
    /// <param name="device">The device; the first one when it has no index.</param>
    /// <returns>Bytes that are free now, for all processes, and bytes in all.</returns>
    /// <exception cref="ArgumentException">The device is not a CUDA device.</exception>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">There is no such device.</exception>
    public static unsafe (long Free, long Total) DeviceMemory(torch.Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.type is not DeviceType.CUDA)
            throw new ArgumentException($"Memory is known of CUDA devices only, not of {device}.", nameof(device));
        long free, total;
        NativeError.Check(NativeMethods.st_cuda_memory(Math.Max(0, device.index), &free, &total));
        return (free, total);
    }
}
