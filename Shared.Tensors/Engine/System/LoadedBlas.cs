namespace Shared.Tensors;

/// <summary>Which BLAS the process has loaded: libtorch takes whatever the system's alternative is, and does not say.</summary>
internal static class LoadedBlas
{
    private const string MapsFile = "/proc/self/maps";

    internal static (string Name, string? Warning) Find(string build) =>
        Classify(File.Exists(MapsFile) ? File.ReadAllText(MapsFile) : "", build);

    internal static (string Name, string? Warning) Classify(string loadedFiles, string build)
    {
        if (loadedFiles.Contains("libopenblas", StringComparison.Ordinal) || loadedFiles.Contains("/openblas", StringComparison.Ordinal))
            return ("OpenBLAS", null);
        if (loadedFiles.Contains("libmkl", StringComparison.Ordinal) || build.Contains("BLAS_INFO=mkl", StringComparison.Ordinal))
            return ("MKL", null);
        if (loadedFiles.Contains("libblis", StringComparison.Ordinal))
            return ("BLIS", null);
        if (loadedFiles.Contains("libblas.so", StringComparison.Ordinal))
            return ("reference BLAS", "products of matrices are some thirty times slower than need be; apt-get install libopenblas0-pthread");
        return ("built into libtorch", null);
    }
}
