namespace Lagom.Rl;

/// <summary>Compresses the pixels of a GIF.</summary>
/// <remarks><b>Source:</b> Welch (1984), "A technique for high-performance data compression", with the code lengths of GIF 89a.</remarks>
internal static class LzwEncoder
{
    private const int MostCodes = 4096;

    public static void Write(Stream stream, ReadOnlySpan<byte> indices, int bits)
    {
        stream.WriteByte((byte)bits);
        var output = new CodeStream(stream);
        int clear = 1 << bits, end = clear + 1, next = end + 1, length = bits + 1;
        var children = new Dictionary<int, int>();
        output.Write(clear, length);
        int prefix = indices[0];
        foreach (byte index in indices[1..])
        {
            int key = prefix << 8 | index;
            if (children.TryGetValue(key, out int code))
            {
                prefix = code;
                continue;
            }

            output.Write(prefix, length);
            prefix = index;
            if (next < MostCodes)
            {
                children.Add(key, next);
                if (next++ == 1 << length)
                    length++;
                continue;
            }

            output.Write(clear, length);
            children.Clear();
            next = end + 1;
            length = bits + 1;
        }

        output.Write(prefix, length);
        if (next == 1 << length && length < 12)
            length++;
        output.Write(end, length);
        output.Finish();
    }

    /// <summary>Packs codes, the lowest bit first, into blocks of at most 255 bytes.</summary>
    private struct CodeStream(Stream stream)
    {
        private readonly byte[] _block = new byte[256];
        private int _count;
        private uint _bits;
        private int _held;

        public void Write(int code, int length)
        {
            _bits |= (uint)code << _held;
            _held += length;
            while (_held >= 8)
                Flush();
        }

        public void Finish()
        {
            if (_held > 0)
            {
                _held = 8;
                Flush();
            }

            WriteBlock();
            stream.WriteByte(0);
        }

        private void Flush()
        {
            _block[++_count] = (byte)_bits;
            _bits >>= 8;
            _held -= 8;
            if (_count == 255)
                WriteBlock();
        }

        private void WriteBlock()
        {
            if (_count == 0)
                return;
            _block[0] = (byte)_count;
            stream.Write(_block.AsSpan(0, _count + 1));
            _count = 0;
        }
    }
}
