using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ExpUtils;

/// <summary>Reads and writes NumPy's <c>.npy</c> files.</summary>
/// <remarks>
/// Read are booleans, integers and floating-point numbers of either byte order, in C and Fortran order, of format versions 1 to 3. Arrays of Python objects are
/// not: reading them would run code.
/// </remarks>
public static class NumpyFile
{
    private const int LargestHeader = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is no such file, cut off, or holds what is not read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static NumpyArray Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Writes numbers as a file, whole or not at all.</summary>
    /// <param name="path">The file to make or replace. Its folder must exist.</param>
    /// <param name="values">The numbers, the last dimension fastest.</param>
    /// <param name="shape">The lengths of the dimensions; none for one dimension.</param>
    /// <exception cref="ArgumentException">The shape does not fit the number of values.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<double> values, params ReadOnlySpan<int> shape)
    {
        byte[] header = Header("<f8", Checked(values.Length, shape));
        byte[] content = MemoryMarshal.AsBytes(values).ToArray();
        SharedSource.AtomicFile.Write(path, stream =>
        {
            stream.Write(header);
            stream.Write(content);
        });
    }

    internal static NumpyArray Read(Stream stream, string name)
    {
        (string type, bool isFortran, int[] shape) = ReadHeader(stream, name);
        long count = shape.Aggregate(1L, (product, length) => checked(product * length));
        int size = type[^1] - '0';
        if (type.Length != 3 || type[1] is not ('f' or 'i' or 'u' or 'b') || size is not (1 or 2 or 4 or 8) || (type[1] == 'f' && size == 1))
            throw new InvalidDataException($"{name} holds numbers of type '{type}'; read are booleans, integers and floating-point numbers of up to 64 bits.");
        if (count * size > Array.MaxLength || (stream.CanSeek && stream.Length - stream.Position < count * size))
            throw new InvalidDataException($"{name} is cut off: it should hold {count} numbers.");
        var bytes = new byte[count * size];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read < bytes.Length)
            throw new InvalidDataException($"{name} is cut off: it should hold {count} numbers.");
        double[] values = Convert(bytes, type[1], size, isBigEndian: type[0] == '>');
        return new NumpyArray(shape, isFortran && shape.Length > 1 ? Transposed(values, shape) : values);
    }

    internal static void Write<T>(Stream stream, ReadOnlySpan<T> values, string type)
        where T : unmanaged
    {
        stream.Write(Header(type, [values.Length]));
        stream.Write(MemoryMarshal.AsBytes(values));
    }

    private static int[] Checked(int count, ReadOnlySpan<int> shape)
    {
        if (shape.IsEmpty)
            return [count];
        long product = 1;
        foreach (int length in shape)
            product *= length;
        return product == count ? shape.ToArray() : throw new ArgumentException($"The shape ({string.Join(", ", shape.ToArray())}) does not fit {count} values.", nameof(shape));
    }

    // Version 1.0; the header is padded so that the numbers begin at a multiple of 64.
    private static byte[] Header(string type, int[] shape)
    {
        string lengths = shape.Length == 1 ? $"{shape[0]}," : string.Join(", ", shape);
        string text = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({lengths}), }}";
        int total = (10 + text.Length + 1 + 63) / 64 * 64;
        var header = new byte[total];
        header[0] = 0x93;
        "NUMPY"u8.CopyTo(header.AsSpan(1));
        header[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)(total - 10));
        header.AsSpan(10).Fill((byte)' ');
        Encoding.ASCII.GetBytes(text, header.AsSpan(10));
        header[^1] = (byte)'\n';
        return header;
    }

    private static (string Type, bool IsFortran, int[] Shape) ReadHeader(Stream stream, string name)
    {
        Span<byte> start = stackalloc byte[8];
        if (stream.ReadAtLeast(start, 8, throwOnEndOfStream: false) < 8 || start[0] != 0x93 || !start[1..6].SequenceEqual("NUMPY"u8) || start[6] is < 1 or > 3)
            throw new InvalidDataException($"{name} is no NumPy file.");
        Span<byte> length = stackalloc byte[start[6] == 1 ? 2 : 4];
        stream.ReadExactly(length);
        uint size = length.Length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(length) : BinaryPrimitives.ReadUInt32LittleEndian(length);
        if (size > LargestHeader)
            throw new InvalidDataException($"{name} is no NumPy file: its header would have {size} bytes.");
        var bytes = new byte[size];
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException($"{name} is cut off in its header.");
        string header = Encoding.UTF8.GetString(bytes);
        string type = Between(header, "'descr':", name).Split('\'') is [_, var quoted, ..] ? quoted : throw Unsupported(name);
        if (type.Contains('O', StringComparison.Ordinal))
            throw new InvalidDataException($"{name} holds Python objects, which are not read, as reading them runs code; save plain numbers with numpy.save.");
        bool isFortran = Between(header, "'fortran_order':", name).TrimStart().StartsWith("True", StringComparison.Ordinal);
        string shape = Between(header, "'shape':", name);
        int open = shape.IndexOf('(', StringComparison.Ordinal);
        int close = shape.IndexOf(')', StringComparison.Ordinal);
        if (type.Length < 2 || open < 0 || close < open)
            throw Unsupported(name);
        string[] lengths = shape[(open + 1)..close].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var dimensions = new int[lengths.Length];
        for (int i = 0; i < dimensions.Length; i++)
        {
            if (!int.TryParse(lengths[i], NumberStyles.None, CultureInfo.InvariantCulture, out dimensions[i]))
                throw Unsupported(name);
        }

        return (type, isFortran, dimensions);
    }

    private static string Between(string header, string key, string name)
    {
        int at = header.IndexOf(key, StringComparison.Ordinal);
        return at < 0 ? throw Unsupported(name) : header[(at + key.Length)..];
    }

    private static InvalidDataException Unsupported(string name) => new($"{name} has a header that is not understood; save plain arrays of numbers.");

    private static double[] Convert(byte[] bytes, char kind, int size, bool isBigEndian)
    {
        if (isBigEndian)
        {
            for (int i = 0; i < bytes.Length; i += size)
                bytes.AsSpan(i, size).Reverse();
        }

        return (kind, size) switch
        {
            ('f', 8) => MemoryMarshal.Cast<byte, double>(bytes).ToArray(),
            ('f', 4) => Widened<float>(bytes, value => value),
            ('f', 2) => Widened<Half>(bytes, value => (double)value),
            ('i', 8) => Widened<long>(bytes, value => value),
            ('i', 4) => Widened<int>(bytes, value => value),
            ('i', 2) => Widened<short>(bytes, value => value),
            ('i', 1) => Widened<sbyte>(bytes, value => value),
            ('u', 8) => Widened<ulong>(bytes, value => value),
            ('u', 4) => Widened<uint>(bytes, value => value),
            ('u', 2) => Widened<ushort>(bytes, value => value),
            _ => Widened<byte>(bytes, value => value),
        };
    }

    private static double[] Widened<T>(byte[] bytes, Func<T, double> widen)
        where T : unmanaged
    {
        ReadOnlySpan<T> numbers = MemoryMarshal.Cast<byte, T>(bytes);
        var values = new double[numbers.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = widen(numbers[i]);
        return values;
    }

    // Fortran order: the first dimension is fastest.
    private static double[] Transposed(double[] values, int[] shape)
    {
        var transposed = new double[values.Length];
        for (int target = 0; target < transposed.Length; target++)
        {
            int rest = target;
            int source = 0;
            int stride = values.Length;
            for (int dimension = shape.Length - 1; dimension >= 0; dimension--)
            {
                stride /= shape[dimension];
                source += rest % shape[dimension] * stride;
                rest /= shape[dimension];
            }

            transposed[target] = values[source];
        }

        return transposed;
    }
}
