using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The version of the libtorch that the native part was built against, such as 1.13.1.</summary>
    public static unsafe string __version__ => Marshal.PtrToStringUTF8((nint)NativeMethods.st_libtorch_version()) ?? "";

    /// <summary>How many threads one operator may use on the processor.</summary>
    public static int get_num_threads() => NativeMethods.st_num_threads();

    /// <summary>Sets how many threads one operator may use on the processor.</summary>
    /// <exception cref="ExternalException">The number is not positive.</exception>
    public static void set_num_threads(int num) => NativeError.Check(NativeMethods.st_set_num_threads(num));

    /// <summary>How many threads libtorch uses to run operators beside each other.</summary>
    public static int get_num_interop_threads() => NativeMethods.st_num_interop_threads();

    /// <summary>Sets how many threads libtorch uses to run operators beside each other.</summary>
    /// <exception cref="ExternalException">The number is not positive, or such work has begun already.</exception>
    public static void set_num_interop_threads(int num) => NativeError.Check(NativeMethods.st_set_num_interop_threads(num));
}
