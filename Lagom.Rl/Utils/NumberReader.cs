using System.Runtime.InteropServices;

namespace Lagom.Rl;

/// <summary>Reads what <see cref="NumberWriter"/> wrote.</summary>
/// <param name="source">Where it was written to.</param>
/// <param name="what">What is read, for messages: "a replay buffer".</param>
internal sealed class NumberReader(Stream source, string what)
{
    public int ReadInt32(string meaning, int lowest, int highest)
    {
        int value = 0;
        Read(new Span<int>(ref value));
        if (value < lowest || value > highest)
            throw new InvalidDataException($"The stream gives {value} for {meaning}; here it can be {lowest} to {highest}. Load {what} with the options of the saved one.");
        return value;
    }

    public void Expect(int expected, string meaning) => ReadInt32(meaning, expected, expected);

    public double ReadDouble()
    {
        double value = 0;
        Read(new Span<double>(ref value));
        return value;
    }

    public RandomStream? ReadStream()
    {
        if (ReadInt32("whether there is a random stream", 0, 1) == 0)
            return null;
        Span<ulong> words = stackalloc ulong[3];
        Read(words);
        return new RandomStream(new RandomStreamState(words[0], words[1], words[2], ReadInt32("the words of a random block that were drawn", 0, 4)));
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
            throw new InvalidDataException($"The stream ends in the middle of {what}; it was not written to its end.", exception);
        }
    }
}
