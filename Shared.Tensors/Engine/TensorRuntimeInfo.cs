namespace Shared.Tensors;

/// <summary>What supplies the tensors of this process.</summary>
/// <param name="Engine">What stands between the torch surface and libtorch.</param>
/// <param name="LibtorchVersion">The version of the libtorch that the native part was built against.</param>
/// <param name="LibraryFile">The native part that was loaded.</param>
/// <param name="Blas">What computes products of matrices on the processor.</param>
/// <param name="BlasWarning">Why that is slow and what to do; null where it is not.</param>
/// <param name="Threads">How many threads one operator may use on the processor.</param>
/// <param name="CudaDevices">How many CUDA devices libtorch finds.</param>
/// <param name="Build">What libtorch says about its own build.</param>
public sealed record TensorRuntimeInfo(string Engine, string LibtorchVersion, string LibraryFile, string Blas, string? BlasWarning,
    int Threads, int CudaDevices, string Build);
