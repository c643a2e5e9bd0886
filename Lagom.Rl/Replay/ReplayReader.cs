using System.Runtime.InteropServices;

namespace Lagom.Rl;

/// <summary>Reads what <see cref="ReplayWriter"/> wrote.</summary>
internal sealed class ReplayReader(Stream source)
{
    public int ReadInt32(string meaning, int lowest, int highest)
    {
        int value = 0;
        Read(new Span<int>(ref value));
        if (value < lowest || value > highest)
            throw new InvalidDataException($"The stream gives {value} for {meaning}; this buffer takes {lowest} to {highest}. Make it with the options of the saved one.");
        return value;
    }

    public void Expect(int expected, string meaning) => ReadInt32(meaning, expected, expected);

    public double ReadDouble()
    {
        double value = 0;
        Read(new Span<double>(ref value));
        return value;
    }

    public void Read<T>(Span<T> values)
        where T : unmanaged
    {
        const int Chunk = 1 << 20;
        try
        {
            for (; values.Length > Chunk; values = values[Chunk..])
                source.ReadExactly(MemoryMarshal.AsBytes(values[..Chunk]));
            source.ReadExactly(MemoryMarshal.AsBytes(values));
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("The stream ends in the middle of a replay buffer; it was not written to its end.", exception);
        }
    }
}
