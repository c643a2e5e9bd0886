using System.Runtime.InteropServices;

namespace TorchSharp;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int st_grad(nint tensor, nint* gradient);

    [LibraryImport(Library)]
    internal static partial int st_set_grad(nint tensor, nint gradient);

    [LibraryImport(Library)]
    internal static partial int st_set_requires_grad(nint tensor, int value);

    [LibraryImport(Library)]
    internal static partial int st_retain_grad(nint tensor);

    [LibraryImport(Library)]
    internal static partial int st_backward(nint* tensors, int count, nint* gradients, int gradientCount, int retainGraph,
        int createGraph, nint* inputs, int inputCount);

    [LibraryImport(Library)]
    internal static partial int st_autograd_grad(nint* outputs, int outputCount, nint* inputs, int inputCount, nint* gradients,
        int gradientCount, int retainGraph, int createGraph, int allowUnused, nint* results);

    [LibraryImport(Library)]
    internal static partial int st_grad_enabled();

    [LibraryImport(Library)]
    internal static partial void st_set_grad_enabled(int value);

    [LibraryImport(Library)]
    internal static partial int st_begin_inference(int value, nint* guard);

    [LibraryImport(Library)]
    internal static partial void st_end_inference(nint guard);

    [LibraryImport(Library)]
    internal static partial int st_inference_enabled();
}
