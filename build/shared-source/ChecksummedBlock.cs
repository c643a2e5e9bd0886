using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SharedSource;

/// <summary>
/// Bytes with a frame around them that shows damage: eight bytes of kind, format version, length, the bytes, and their SHA-256.
/// All numbers are little-endian.
/// </summary>
/// <param name="kind">Eight bytes that tell this kind of data from others.</param>
/// <param name="version">The newest version that can be read; it is the one written.</param>
/// <param name="name">What the data are, for messages.</param>
internal sealed class ChecksummedBlock(byte[] kind, int version, string name)
{
    private const int KindLength = 8;
    private const int HeaderLength = KindLength + sizeof(int) + sizeof(long);

    /// <summary>Memory is claimed as bytes arrive, never on the word of the header alone.</summary>
    private const int Portion = 1 << 20;

    /// <summary>Writes a block.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="write">Writes the content.</param>
    public void Write(Stream destination, Action<BinaryWriter> write)
    {
        using MemoryStream content = new();
        using (BinaryWriter writer = new(content, Encoding.UTF8, leaveOpen: true))
            write(writer);
        ReadOnlySpan<byte> payload = content.GetBuffer().AsSpan(0, (int)content.Length);
        Span<byte> header = stackalloc byte[HeaderLength];
        kind.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[KindLength..], version);
        BinaryPrimitives.WriteInt64LittleEndian(header[(KindLength + sizeof(int))..], payload.Length);
        destination.Write(header);
        destination.Write(payload);
        destination.Write(SHA256.HashData(payload));
    }

    /// <summary>Reads a block that <see cref="Write"/> wrote.</summary>
    /// <param name="source">Where to read.</param>
    /// <param name="read">Makes something of the content.</param>
    /// <exception cref="InvalidDataException">The block is of another kind, of a newer version, truncated or damaged.</exception>
    public T Read<T>(Stream source, Func<BinaryReader, T> read)
    {
        using MemoryStream payload = Verified(source);
        using BinaryReader reader = new(payload, Encoding.UTF8);
        try
        {
            return read(reader);
        }
        catch (Exception exception) when (exception is ArgumentException or EndOfStreamException or OverflowException or FormatException)
        {
            throw new InvalidDataException($"The stored emulator ({name}) passes its checksum but holds numbers that do not fit together.", exception);
        }
    }

    private MemoryStream Verified(Stream source)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        Fill(source, header);
        if (!header[..KindLength].SequenceEqual(kind))
            throw new InvalidDataException($"The data are not a stored {name}.");
        int stored = BinaryPrimitives.ReadInt32LittleEndian(header[KindLength..]);
        if (stored < 1 || stored > version)
            throw new InvalidDataException($"The stored {name} has format version {stored}; this library reads versions 1 to {version}.");
        long length = BinaryPrimitives.ReadInt64LittleEndian(header[(KindLength + sizeof(int))..]);
        if (length < 0 || length > Array.MaxLength)
            throw new InvalidDataException($"The stored {name} is damaged: it claims a length of {length} bytes.");

        MemoryStream payload = new();
        var portion = new byte[Math.Min(Portion, length)];
        for (long left = length; left > 0;)
        {
            Span<byte> part = portion.AsSpan(0, (int)Math.Min(portion.Length, left));
            Fill(source, part);
            payload.Write(part);
            left -= part.Length;
        }

        Span<byte> checksum = stackalloc byte[SHA256.HashSizeInBytes];
        Fill(source, checksum);
        if (!checksum.SequenceEqual(SHA256.HashData(payload.GetBuffer().AsSpan(0, (int)length))))
            throw new InvalidDataException($"The stored {name} is damaged: its checksum does not fit.");
        payload.Position = 0;
        return payload;
    }

    private void Fill(Stream source, Span<byte> bytes)
    {
        if (source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException($"The stored {name} is truncated.");
    }
}
