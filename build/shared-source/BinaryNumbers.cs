namespace SharedSource;

/// <summary>Runs of numbers in a binary stream whose length is known, with the checks that damage calls for.</summary>
internal static class BinaryNumbers
{
    public static void WriteDoubles(this BinaryWriter writer, ReadOnlySpan<double> numbers)
    {
        foreach (double number in numbers)
            writer.Write(number);
    }

    /// <summary>Reads numbers; claims no memory for more than the stream still holds.</summary>
    public static double[] ReadDoubles(this BinaryReader reader, long count)
    {
        Require(reader, count, sizeof(double));
        var numbers = new double[count];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = reader.ReadDouble();
        return numbers;
    }

    /// <summary>Reads bytes; claims no memory for more than the stream still holds.</summary>
    public static byte[] ReadExactly(this BinaryReader reader, long count)
    {
        Require(reader, count, sizeof(byte));
        return reader.ReadBytes((int)count);
    }

    public static int ReadCount(this BinaryReader reader, int least, int most, string name)
    {
        int count = reader.ReadInt32();
        if (count < least || count > most)
            throw new InvalidDataException($"The stored emulator is damaged: its {name} is {count}, allowed are {least} to {most}.");
        return count;
    }

    private static void Require(BinaryReader reader, long count, int size)
    {
        long left = reader.BaseStream.Length - reader.BaseStream.Position;
        if (count < 0 || count > left / size)
            throw new InvalidDataException($"The stored emulator announces {count} numbers of {size} bytes, but only {left} bytes are left.");
    }
}
