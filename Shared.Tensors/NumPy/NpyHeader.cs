using System.Globalization;
using System.Text;

namespace Shared.Tensors.NumPy;

/// <summary>The head of an .npy file: magic, version and a Python dictionary that describes the data behind it.</summary>
/// <param name="ElementType">What the elements are.</param>
/// <param name="BigEndian">Whether the most significant byte comes first.</param>
/// <param name="FortranOrder">Whether the first index runs fastest.</param>
/// <param name="Shape">The lengths of the axes.</param>
internal sealed record NpyHeader(NpyElementType ElementType, bool BigEndian, bool FortranOrder, int[] Shape)
{
    /// <summary>NumPy's own limit.</summary>
    public const int MaxRank = 64;

    // The longest honest header (64 axes) has about 1.4 KB; NumPy itself refuses to parse more than 10 000 characters.
    private const int MaxLength = 65535;
    private const int Alignment = 64;

    // NumPy leaves room for the growing axis to reach 21 digits, so that a file can be appended to in place.
    private const int GrowthDigits = 21;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    public static string FormatShape(ReadOnlySpan<int> shape)
    {
        var text = new StringBuilder("(");
        for (int i = 0; i < shape.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}{shape[i]}");
        return text.Append(shape.Length == 1 ? ",)" : ")").ToString();
    }

    /// <summary>Reads magic, version and dictionary.</summary>
    public static NpyHeader Read(Stream stream, NpySource source) => Read(stream, source, out _);

    /// <summary>Reads magic, version and dictionary, and counts their bytes.</summary>
    public static NpyHeader Read(Stream stream, NpySource source, out int headerLength)
    {
        Span<byte> start = stackalloc byte[8];
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read < Magic.Length || !start.StartsWith(Magic))
        {
            throw source.Invalid(read > 0 && start[0] == 0x80
                ? "it is a Python pickle; pickles are not read because they may run code"
                : "it does not start with the magic bytes of NumPy");
        }

        if (read < start.Length)
            throw source.Invalid("it ends within the version number");
        (int major, int minor) = (start[6], start[7]);
        if (major is < 1 or > 3 || minor != 0)
            throw source.Invalid($"its format version is {major}.{minor}; versions 1.0, 2.0 and 3.0 are read");

        Span<byte> lengthBytes = start[..(major == 1 ? sizeof(ushort) : sizeof(uint))];
        if (stream.ReadAtLeast(lengthBytes, lengthBytes.Length, throwOnEndOfStream: false) < lengthBytes.Length)
            throw source.Invalid("it ends within the length of its header");
        uint length = 0;
        for (int i = lengthBytes.Length - 1; i >= 0; i--)
            length = length << 8 | lengthBytes[i];
        if (length > MaxLength)
            throw source.Invalid($"its header claims {length} bytes; at most {MaxLength} are read");

        byte[] text = new byte[length];
        read = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
        if (read < text.Length)
            throw source.Invalid($"it ends after {read} of the {length} bytes of its header");
        headerLength = 8 + lengthBytes.Length + read;
        return new NpyHeaderParser((major == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(text), source).Parse();
    }

    /// <summary>Writes format version 1.0, byte for byte as <c>numpy.save</c> does.</summary>
    public void Write(Stream stream)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{'descr': '{ElementType.Descriptor()}', 'fortran_order': {(FortranOrder ? "True" : "False")}, ");
        text.Append(CultureInfo.InvariantCulture, $"'shape': {FormatShape(Shape)}, }}");
        if (Shape.Length > 0)
        {
            int growing = FortranOrder ? Shape[^1] : Shape[0];
            text.Append(' ', GrowthDigits - growing.ToString(CultureInfo.InvariantCulture).Length);
        }

        int prefix = Magic.Length + 2 + sizeof(ushort);
        text.Append(' ', Alignment - (prefix + text.Length + 1) % Alignment).Append('\n');
        stream.Write(Magic);
        stream.Write([1, 0, (byte)text.Length, (byte)(text.Length >> 8)]);
        stream.Write(Encoding.Latin1.GetBytes(text.ToString()));
    }
}
