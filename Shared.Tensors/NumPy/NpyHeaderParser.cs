using System.Globalization;

namespace Shared.Tensors.NumPy;

/// <summary>
/// Parses the one kind of Python literal that stands in a header:
/// <c>{'descr': '&lt;f8', 'fortran_order': False, 'shape': (3, 4), }</c>. Nothing is evaluated.
/// </summary>
internal ref struct NpyHeaderParser(string text, NpySource source)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position;

    public NpyHeader Parse()
    {
        string? descriptor = null;
        bool? fortranOrder = null;
        int[]? shape = null;

        Expect('{');
        while (!TryTake('}'))
        {
            string key = ReadString();
            Expect(':');
            switch (key)
            {
                case "descr" when descriptor is null:
                    descriptor = ReadDescriptor();
                    break;
                case "fortran_order" when fortranOrder is null:
                    fortranOrder = ReadBoolean();
                    break;
                case "shape" when shape is null:
                    shape = ReadShape();
                    break;
                default:
                    throw source.Invalid($"its header has the key '{Printable(key)}' twice, or a key that the format does not know");
            }

            if (!TryTake(','))
            {
                Expect('}');
                break;
            }
        }

        SkipSpace();
        if (_position < _text.Length)
            throw Unexpected();
        if (descriptor is null || fortranOrder is null || shape is null)
            throw source.Invalid("its header lacks 'descr', 'fortran_order' or 'shape'");
        (NpyElementType type, bool bigEndian) = NpyElementTypes.Parse(descriptor) ?? throw Unsupported(descriptor);
        return new NpyHeader(type, bigEndian, fortranOrder.Value, shape);
    }

    private readonly InvalidDataException Unsupported(string descriptor) => source.Invalid(descriptor.Contains('O')
        ? "its elements are Python objects; they are stored as a pickle, which is not read because it may run code"
        : $"its elements are of type '{Printable(descriptor)}'; supported are {NpyElementTypes.Supported}");

    private string ReadDescriptor()
    {
        SkipSpace();
        if (_position < _text.Length && _text[_position] is ('[' or '('))
            throw source.Invalid($"it is a structured array; supported are {NpyElementTypes.Supported}");
        return ReadString();
    }

    private string ReadString()
    {
        SkipSpace();
        if (_position == _text.Length || _text[_position] is not ('\'' or '"'))
            throw Unexpected();
        char quote = _text[_position++];
        int length = _text[_position..].IndexOf(quote);
        if (length < 0)
            throw source.Invalid("a string in its header does not end");
        string value = _text.Slice(_position, length).ToString();
        _position += length + 1;
        return value;
    }

    private bool ReadBoolean()
    {
        SkipSpace();
        bool value = _text[_position..].StartsWith("True", StringComparison.Ordinal);
        if (!value && !_text[_position..].StartsWith("False", StringComparison.Ordinal))
            throw Unexpected();
        _position += value ? 4 : 5;
        return value;
    }

    private int[] ReadShape()
    {
        var shape = new List<int>();
        Expect('(');
        while (!TryTake(')'))
        {
            shape.Add(ReadLength());
            if (shape.Count > NpyHeader.MaxRank)
                throw source.Invalid($"its shape has more than {NpyHeader.MaxRank} axes");
            if (!TryTake(','))
            {
                // Python reads (3) as a number; only (3,) is a shape.
                if (shape.Count == 1)
                    throw Unexpected();
                Expect(')');
                break;
            }
        }

        return [.. shape];
    }

    private int ReadLength()
    {
        SkipSpace();
        int start = _position;
        while (_position < _text.Length && char.IsAsciiDigit(_text[_position]))
            _position++;
        ReadOnlySpan<char> digits = _text[start.._position];
        if (digits.IsEmpty)
            throw Unexpected();
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int length))
            throw source.Invalid($"an axis of its shape is longer than {int.MaxValue}");
        // Python 2 wrote long integers with a suffix.
        TryTake('L');
        return length;
    }

    private void Expect(char wanted)
    {
        if (!TryTake(wanted))
            throw Unexpected();
    }

    private bool TryTake(char wanted)
    {
        SkipSpace();
        if (_position == _text.Length || _text[_position] != wanted)
            return false;
        _position++;
        return true;
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && _text[_position] is (' ' or '\n' or '\r' or '\t'))
            _position++;
    }

    private readonly InvalidDataException Unexpected() => source.Invalid(_position < _text.Length
        ? $"its header has '{Printable(_text[_position].ToString())}' at position {_position}, where the format has none"
        : "its header ends too early");

    private static string Printable(string value)
    {
        const int Longest = 40;
        string shortened = value.Length > Longest ? $"{value.AsSpan(0, Longest)}…" : value;
        return string.Create(shortened.Length, shortened, static (span, text) =>
        {
            for (int i = 0; i < span.Length; i++)
                span[i] = char.IsControl(text[i]) ? '?' : text[i];
        });
    }
}
