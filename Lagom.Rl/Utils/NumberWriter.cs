using System.Runtime.InteropServices;

namespace Lagom.Rl;

/// <summary>Writes numbers to a stream in the machine's order, which is the little-endian one wherever .NET runs libtorch.</summary>
internal sealed class NumberWriter(Stream destination)
{
    public void Write(int value) => destination.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in value)));

    public void Write(double value) => destination.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<double>(in value)));

    public void Write(RandomStream? stream)
    {
        Write(stream is null ? 0 : 1);
        if (stream is null)
            return;
        RandomStreamState state = stream.State;
        Write<ulong>([state.Key0, state.Key1, state.Blocks]);
        Write(state.Used);
    }

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
