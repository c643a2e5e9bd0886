using System.Runtime.InteropServices;

namespace TorchSharp;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int st_manual_seed(ulong seed);

    [LibraryImport(Library)]
    internal static partial int st_generator_default(int deviceType, int deviceIndex, nint* generator);

    [LibraryImport(Library)]
    internal static partial int st_generator_new(ulong seed, int deviceType, int deviceIndex, nint* generator);

    [LibraryImport(Library)]
    internal static partial void st_generator_free(nint generator);

    [LibraryImport(Library)]
    internal static partial int st_generator_set_seed(nint generator, ulong seed);

    [LibraryImport(Library)]
    internal static partial int st_generator_get_seed(nint generator, ulong* seed);

    [LibraryImport(Library)]
    internal static partial int st_generator_reseed(nint generator, ulong* seed);

    [LibraryImport(Library)]
    internal static partial int st_generator_get_state(nint generator, nint* state);

    [LibraryImport(Library)]
    internal static partial int st_generator_set_state(nint generator, nint state);

    [LibraryImport(Library)]
    internal static partial int st_num_threads();

    [LibraryImport(Library)]
    internal static partial int st_set_num_threads(int count);

    [LibraryImport(Library)]
    internal static partial int st_num_interop_threads();

    [LibraryImport(Library)]
    internal static partial int st_set_num_interop_threads(int count);

    [LibraryImport(Library)]
    internal static partial int st_cuda_device_count();

    [LibraryImport(Library)]
    internal static partial int st_cudnn_available();

    [LibraryImport(Library)]
    internal static partial int st_cuda_synchronize(int deviceIndex);

    [LibraryImport(Library)]
    internal static partial int st_cuda_memory(int deviceIndex, long* freeBytes, long* totalBytes);
}
