namespace Lagom.Rl;

/// <summary>The check sum of PNG's chunks, reflected polynomial 0xEDB88320.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = MakeTable();

    // Starts from all bits set; the caller inverts the last one.
    public static uint Continued(uint sum, ReadOnlySpan<byte> data)
    {
        foreach (byte part in data)
            sum = Table[(byte)(sum ^ part)] ^ (sum >> 8);
        return sum;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint sum = i;
            for (int bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ (sum >> 1);
            table[i] = sum;
        }

        return table;
    }
}
