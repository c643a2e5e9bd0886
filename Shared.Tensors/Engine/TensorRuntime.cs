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
}
