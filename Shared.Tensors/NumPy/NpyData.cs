using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Shared.Tensors.NumPy;

/// <summary>The elements of an .npy file: reading and writing them, byte order and element order.</summary>
internal static class NpyData
{
    // Elements per call on the stream, and what is allocated on a header's word alone, where nothing proves that so much data follows.
    private const int Block = 1 << 17;

    /// <summary>Reads the elements that a header announces into C order.</summary>
    /// <param name="stream">The stream, just behind the header.</param>
    /// <param name="header">The header.</param>
    /// <param name="available">How many bytes follow, where that is known.</param>
    /// <param name="certain">Whether that can be trusted, so that memory may be allocated for it at once.</param>
    /// <param name="source">For messages.</param>
    public static NpyArray Read(Stream stream, NpyHeader header, long? available, bool certain, NpySource source)
    {
        int count = Count(header, source);
        long needed = (long)count * header.ElementType.Size();
        if (available < needed)
        {
            throw source.Invalid(
                $"shape {NpyHeader.FormatShape(header.Shape)} of {header.ElementType.Name()} needs {needed} bytes, {available} follow the header");
        }

        int first = available is not null && certain ? count : Math.Min(count, Block);
        Array data = header.ElementType switch
        {
            NpyElementType.Boolean => ToBooleans(ReadElements<byte>(stream, header, count, first, source)),
            NpyElementType.Int32 => ReadElements<int>(stream, header, count, first, source),
            NpyElementType.Int64 => ReadElements<long>(stream, header, count, first, source),
            NpyElementType.Single => ReadElements<float>(stream, header, count, first, source),
            _ => ReadElements<double>(stream, header, count, first, source),
        };
        return new NpyArray(header.ElementType, data, header.Shape);
    }

    /// <summary>Writes an array's elements, little-endian, in C or Fortran order.</summary>
    public static void Write(Stream stream, NpyArray array, bool fortranOrder)
    {
        switch (array.ElementType)
        {
            case NpyElementType.Boolean:
                WriteElements<bool>(stream, array, fortranOrder);
                break;
            case NpyElementType.Int32:
                WriteElements<int>(stream, array, fortranOrder);
                break;
            case NpyElementType.Int64:
                WriteElements<long>(stream, array, fortranOrder);
                break;
            case NpyElementType.Single:
                WriteElements<float>(stream, array, fortranOrder);
                break;
            default:
                WriteElements<double>(stream, array, fortranOrder);
                break;
        }
    }

    private static int Count(NpyHeader header, NpySource source)
    {
        if (header.Shape.Contains(0))
            return 0;
        long count = 1;
        foreach (int length in header.Shape)
        {
            count *= length;
            if (count > Array.MaxLength)
                throw source.Invalid($"its shape has more elements than an array can hold ({Array.MaxLength})");
        }

        return (int)count;
    }

    private static T[] ReadElements<T>(Stream stream, NpyHeader header, int count, int first, NpySource source)
        where T : unmanaged
    {
        T[] data = GC.AllocateUninitializedArray<T>(first);
        for (int filled = 0; filled < count;)
        {
            if (filled == data.Length)
                Array.Resize(ref data, (int)Math.Min(count, 2L * filled));
            Span<byte> block = MemoryMarshal.AsBytes(data.AsSpan(filled, Math.Min(Block, data.Length - filled)));
            int read = stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
            if (read < block.Length)
            {
                throw source.Invalid(
                    $"it ends after {(long)filled * Unsafe.SizeOf<T>() + read} of the {(long)count * Unsafe.SizeOf<T>()} bytes of its data");
            }

            filled += block.Length / Unsafe.SizeOf<T>();
        }

        if (header.BigEndian == BitConverter.IsLittleEndian)
            ReverseBytes(data);
        return header.FortranOrder ? ReverseAxes(data, header.Shape) : data;
    }

    private static void WriteElements<T>(Stream stream, NpyArray array, bool fortranOrder)
        where T : unmanaged
    {
        var data = (T[])array.Data;
        if (fortranOrder)
        {
            int[] reversed = array.ShapeSpan.ToArray();
            reversed.AsSpan().Reverse();
            data = ReverseAxes(data, reversed);
        }

        if (!BitConverter.IsLittleEndian)
        {
            data = [.. data];
            ReverseBytes(data);
        }

        for (int written = 0; written < data.Length; written += Block)
            stream.Write(MemoryMarshal.AsBytes(data.AsSpan(written, Math.Min(Block, data.Length - written))));
    }

    /// <summary>
    /// Brings elements from Fortran order to C order. With the shape reversed it does the opposite, since the Fortran order of
    /// a shape is the C order of the reversed one.
    /// </summary>
    private static T[] ReverseAxes<T>(T[] source, int[] shape)
    {
        if (shape.Length < 2 || source.Length < 2)
            return source;
        T[] ordered = GC.AllocateUninitializedArray<T>(source.Length);
        int[] strides = new int[shape.Length];
        strides[0] = 1;
        for (int axis = 1; axis < shape.Length; axis++)
            strides[axis] = strides[axis - 1] * shape[axis - 1];

        int[] index = new int[shape.Length];
        int last = shape.Length - 1;
        int from = 0;
        for (int to = 0; to < ordered.Length;)
        {
            for (int i = 0; i < shape[last]; i++)
                ordered[to++] = source[from + i * strides[last]];
            for (int axis = last - 1; axis >= 0; axis--)
            {
                from += strides[axis];
                if (++index[axis] < shape[axis])
                    break;
                from -= index[axis] * strides[axis];
                index[axis] = 0;
            }
        }

        return ordered;
    }

    private static bool[] ToBooleans(byte[] bytes)
    {
        // A .NET truth value must be 0 or 1; NumPy takes every other byte for true.
        var values = new bool[bytes.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = bytes[i] != 0;
        return values;
    }

    private static void ReverseBytes<T>(T[] data)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == sizeof(int))
        {
            Span<int> words = MemoryMarshal.Cast<T, int>(data.AsSpan());
            BinaryPrimitives.ReverseEndianness(words, words);
        }
        else if (Unsafe.SizeOf<T>() == sizeof(long))
        {
            Span<long> words = MemoryMarshal.Cast<T, long>(data.AsSpan());
            BinaryPrimitives.ReverseEndianness(words, words);
        }
    }
}
