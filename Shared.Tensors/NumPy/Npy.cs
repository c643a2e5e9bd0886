using SharedSource;

namespace Shared.Tensors.NumPy;

/// <summary>Reads and writes NumPy's <c>.npy</c> files.</summary>
/// <remarks>
/// Read are format versions 1.0, 2.0 and 3.0, both byte orders and both element orders; written is what <c>numpy.save</c> writes,
/// byte for byte. Reading trusts nothing: a file can neither run code nor claim more memory than its own size.
/// <para><b>Source:</b> the NumPy documentation, "numpy.lib.format"; NEP 1.</para>
/// </remarks>
public static class Npy
{
    /// <summary>Reads a file that holds one array.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The array, in C order whatever the order of the file.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or holds what is not supported; the message says where and why.</exception>
    public static NpyArray Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return ReadWhole(stream, stream.CanSeek ? stream.Length : null, certain: true, new NpySource($"'{path}'"));
    }

    /// <summary>Reads one array and leaves the stream behind its last byte, so that arrays written one after another can be read so.</summary>
    /// <param name="stream">The stream, at the first byte of the array; it stays open.</param>
    /// <returns>The array, in C order whatever the order of the file.</returns>
    /// <exception cref="InvalidDataException">The data are damaged, or not supported; the message says why.</exception>
    public static NpyArray Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var source = new NpySource("The stream");
        NpyHeader header = NpyHeader.Read(stream, source);
        return NpyData.Read(stream, header, stream.CanSeek ? stream.Length - stream.Position : null, certain: true, source);
    }

    /// <summary>Writes an array to a file, replacing one that is there. A crash leaves the old file or the new one.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="array">The array.</param>
    /// <param name="fortranOrder">Whether the first index shall run fastest in the file, as column-major programs like it.</param>
    public static void Write(string path, NpyArray array, bool fortranOrder = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(array);
        AtomicFile.Write(path, stream => Write(stream, array, fortranOrder));
    }

    /// <summary>Writes an array to a stream.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="array">The array.</param>
    /// <param name="fortranOrder">Whether the first index shall run fastest in the file, as column-major programs like it.</param>
    public static void Write(Stream stream, NpyArray array, bool fortranOrder = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(array);
        new NpyHeader(array.ElementType, BigEndian: false, fortranOrder, array.ShapeSpan.ToArray()).Write(stream);
        NpyData.Write(stream, array, fortranOrder);
    }

    /// <summary>Reads an array that must fill its source.</summary>
    /// <param name="stream">The stream, at its beginning.</param>
    /// <param name="length">How many bytes it holds, where that is known.</param>
    /// <param name="certain">Whether the length can be trusted, so that memory may be allocated for it at once.</param>
    /// <param name="source">For messages.</param>
    internal static NpyArray ReadWhole(Stream stream, long? length, bool certain, NpySource source)
    {
        NpyHeader header = NpyHeader.Read(stream, source, out int headerLength);
        NpyArray array = NpyData.Read(stream, header, length - headerLength, certain, source);
        return stream.ReadByte() < 0 ? array : throw source.Invalid("more bytes follow than its header announces");
    }
}
