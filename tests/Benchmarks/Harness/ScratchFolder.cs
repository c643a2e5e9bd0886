using System.Runtime.InteropServices;

namespace Benchmarks.Harness;

/// <summary>A temporary folder, through which both sides get the same data; deleted at the end.</summary>
public sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("benchmarks-");

    /// <summary>Writes numbers as raw little-endian doubles.</summary>
    /// <param name="name">The file's name; a file of that name is replaced.</param>
    /// <param name="numbers">The numbers.</param>
    /// <returns>The file's path.</returns>
    public string Write(string name, ReadOnlySpan<double> numbers)
    {
        string path = Path.Combine(_folder.FullName, name);
        using FileStream file = File.Create(path);
        file.Write(MemoryMarshal.AsBytes(numbers));
        return path;
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);
}
