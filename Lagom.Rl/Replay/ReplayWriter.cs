using System.Runtime.InteropServices;

namespace Lagom.Rl;

/// <summary>Writes numbers to a stream in the machine's order, which is the little-endian one wherever .NET runs libtorch.</summary>
internal sealed class ReplayWriter(Stream destination)
{
    public void Write(int value) => destination.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in value)));

    public void Write(double value) => destination.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<double>(in value)));

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        // A span of bytes is limited to 2 GiB, a buffer is not.
        const int Chunk = 1 << 20;
        for (; values.Length > Chunk; values = values[Chunk..])
            destination.Write(MemoryMarshal.AsBytes(values[..Chunk]));
        destination.Write(MemoryMarshal.AsBytes(values));
    }
}
