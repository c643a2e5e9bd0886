using System.Buffers.Binary;

namespace Lagom.Rl;

/// <summary>
/// Writes an animation as GIF, frame by frame. A frame of at most 256 colours keeps them exactly; of more, similar ones are merged. Of each
/// frame only the rectangle that differs from the one before is stored.
/// </summary>
/// <remarks>
/// GIF counts hundredths of a second; where a frame does not last a whole number of them, some last one more, so that the whole lasts as
/// long as it should.
/// <para><b>Source:</b> CompuServe (1990), "Graphics Interchange Format, version 89a"; the repetition is Netscape's extension.</para>
/// </remarks>
public sealed class GifWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly double _framesPerSecond;
    private Frame? _last;
    private long _hundredths;
    private bool _isClosed;

    /// <summary>Begins an animation that repeats for ever.</summary>
    /// <param name="stream">Where it is written; stays open.</param>
    /// <param name="framesPerSecond">How many frames fill a second. Range: above 0, at most 50, the fastest that viewers show.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed is out of range.</exception>
    public GifWriter(Stream stream, double framesPerSecond)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!(framesPerSecond > 0 && framesPerSecond <= 50))
            throw new ArgumentOutOfRangeException(nameof(framesPerSecond), framesPerSecond, "A GIF shows more than 0 and at most 50 frames a second.");
        _stream = stream;
        _framesPerSecond = framesPerSecond;
    }

    /// <summary>How many frames were written.</summary>
    public int FrameCount { get; private set; }

    /// <summary>Writes the next frame.</summary>
    /// <param name="frame">The frame; the caller may change it afterwards.</param>
    /// <exception cref="ArgumentException">Its size differs from the first frame's.</exception>
    /// <exception cref="ObjectDisposedException">The animation is finished.</exception>
    public void Add(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (_last is not null && _last.Size != frame.Size)
            throw new ArgumentException($"The frame is {frame.Width} times {frame.Height} pixels large, those before it {_last.Width} times {_last.Height}.", nameof(frame));
        PixelRectangle changed = _last is null ? new PixelRectangle(0, 0, frame.Width, frame.Height) : PixelRectangle.OfChange(_last, frame);
        if (_last is null)
            WriteHeader(frame.Size);
        WriteFrame(frame, changed);
        _last ??= new Frame(frame.Size);
        frame.Pixels.CopyTo(_last.Pixels);
        FrameCount++;
    }

    /// <summary>Finishes the animation; without any frame nothing is written.</summary>
    public void Dispose()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        if (_last is not null)
            _stream.WriteByte(0x3B);
    }

    private void WriteHeader(FrameSize size)
    {
        _stream.Write("GIF89a"u8);
        Span<byte> screen = stackalloc byte[7];
        BinaryPrimitives.WriteUInt16LittleEndian(screen, (ushort)size.Width);
        BinaryPrimitives.WriteUInt16LittleEndian(screen[2..], (ushort)size.Height);
        screen[4] = 0x70;   // no common colours, eight bits a part
        _stream.Write(screen);
        _stream.Write([0x21, 0xFF, 11]);
        _stream.Write("NETSCAPE2.0"u8);
        _stream.Write([3, 1, 0, 0, 0]);
    }

    private void WriteFrame(Frame frame, PixelRectangle part)
    {
        long end = (long)Math.Round(100.0 * (FrameCount + 1) / _framesPerSecond);
        Span<byte> control = stackalloc byte[8];
        (control[0], control[1], control[2], control[3]) = (0x21, 0xF9, 4, 0x04);   // leave it when the next one comes
        BinaryPrimitives.WriteUInt16LittleEndian(control[4..], (ushort)Math.Min(end - _hundredths, ushort.MaxValue));
        _hundredths = end;
        _stream.Write(control);

        var palette = ColorPalette.Of(frame, part);
        Span<byte> description = stackalloc byte[10];
        description[0] = 0x2C;
        BinaryPrimitives.WriteUInt16LittleEndian(description[1..], (ushort)part.X);
        BinaryPrimitives.WriteUInt16LittleEndian(description[3..], (ushort)part.Y);
        BinaryPrimitives.WriteUInt16LittleEndian(description[5..], (ushort)part.Width);
        BinaryPrimitives.WriteUInt16LittleEndian(description[7..], (ushort)part.Height);
        description[9] = (byte)(0x80 | (palette.Bits - 1));
        _stream.Write(description);
        palette.WriteTable(_stream);
        LzwEncoder.Write(_stream, palette.Indices, Math.Max(2, palette.Bits));
    }
}
