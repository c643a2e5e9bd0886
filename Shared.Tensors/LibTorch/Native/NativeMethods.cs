using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The functions of the native part (native/sharedtensors.cpp). Those that return an error code go through <see cref="NativeError.Check"/>.</summary>
internal static unsafe partial class NativeMethods
{
    internal const string Library = "sharedtensors";

    /// <summary>The version of this list and of the structs; the native part must have the same.</summary>
    internal const int AbiVersion = 1;

    // The resolver must stand before the first call, and finds the library at that call only.
    static NativeMethods() => NativeLibraryLoader.Register();

    [LibraryImport(Library)]
    internal static partial int st_abi_version();

    [LibraryImport(Library)]
    internal static partial byte* st_error();

    [LibraryImport(Library)]
    internal static partial byte* st_libtorch_version();

    [LibraryImport(Library)]
    internal static partial byte* st_describe_build();

    [LibraryImport(Library)]
    internal static partial void st_free_memory(void* memory);

    [LibraryImport(Library)]
    internal static partial int st_find_operator(byte* name, byte* overload, nint* op);

    [LibraryImport(Library)]
    internal static partial int st_call(nint op, NativeValue* arguments, int count, NativeValue* results, int capacity,
        int* resultCount);

    [LibraryImport(Library)]
    internal static partial byte* st_schema(nint op);

    [LibraryImport(Library)]
    internal static partial long st_live_tensors();

    [LibraryImport(Library)]
    internal static partial long st_peak_tensors();

    [LibraryImport(Library)]
    internal static partial void st_free(nint tensor);

    [LibraryImport(Library)]
    internal static partial int st_info(nint tensor, NativeInfo* info);

    [LibraryImport(Library)]
    internal static partial int st_from_memory(void* data, long* sizes, int dim, int dtype, int deviceType, int deviceIndex,
        delegate* unmanaged<void*, void> release, void* context, nint* tensor);

    [LibraryImport(Library)]
    internal static partial int st_copy_to_memory(nint tensor, void* data, long bytes);

    [LibraryImport(Library)]
    internal static partial int st_copy_from_memory(nint tensor, void* data, long bytes);
}
