using System.IO.Compression;

namespace Shared.Tensors.NumPy;

/// <summary>Reads an entry of a zip archive, checks its checksum at the end, and names the entry where its bytes are damaged.</summary>
internal sealed class ZipEntryStream : Stream
{
    private readonly Stream _content;
    private readonly NpySource _source;
    private readonly uint _expected;
    private uint _checksum;

    public ZipEntryStream(ZipArchiveEntry entry, NpySource source)
    {
        _source = source;
        _expected = entry.Crc32;
        try
        {
            _content = entry.Open();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether an exception is one that .NET's zip reader throws over damaged bytes.</summary>
    public static bool IsDamage(Exception exception) =>
        exception is InvalidDataException or EndOfStreamException or NotSupportedException or OverflowException;

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _content.Read(buffer);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Damaged(exception);
        }

        _checksum = Crc32.Append(_checksum, buffer[..read]);
        if (read == 0 && !buffer.IsEmpty && _checksum != _expected)
            throw _source.Invalid($"its bytes are damaged: their checksum is {_checksum:x8} where the archive says {_expected:x8}");
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }

    private InvalidDataException Damaged(Exception exception) => _source.Invalid("its compressed bytes are damaged", exception);
}
