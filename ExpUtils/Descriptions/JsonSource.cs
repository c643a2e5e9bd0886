using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ExpUtils;

/// <summary>The text of a JSON file: checks it whole, finds the line and column of any place in it, and parses it.</summary>
internal sealed class JsonSource
{
    public const int MaxDepth = 64;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };
    private readonly ReadOnlyMemory<byte> _utf8;

    public JsonSource(ReadOnlyMemory<byte> utf8, string name)
    {
        _utf8 = utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        Name = name;
    }

    /// <summary>What messages call the text.</summary>
    public string Name { get; }

    /// <summary>Parses the text, whose top level must be an object.</summary>
    /// <exception cref="ExperimentFormatException">It is no JSON, nested too deep, or an object names a member twice.</exception>
    public JsonElement ParseObject()
    {
        List<ExperimentProblem> problems = [];
        try
        {
            FindInvalidText(problems);
            if (problems.Count == 0)
                FindDuplicates(problems);
            if (problems.Count > 0)
                throw new ExperimentFormatException(Name, problems);
            using JsonDocument document = JsonDocument.Parse(_utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new ExperimentFormatException(Name, [ProblemAt(0, "the top level must be an object.", "")]);
            return document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            throw new ExperimentFormatException(Name, [Syntax(failure)], failure);
        }
    }

    /// <summary>A problem with the place of a value; each segment is a member's name or an <see cref="int"/> position.</summary>
    public ExperimentProblem ProblemAt(IReadOnlyList<object> segments, string message) =>
        ProblemAt(Locate(segments), message, ParameterPath.Join(segments));

    private static string Nameless(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private ExperimentProblem Syntax(JsonException failure)
    {
        long line = failure.LineNumber ?? 0;
        int start = 0;
        for (long i = 0; i < line; i++)
            start += _utf8.Span[start..].IndexOf((byte)'\n') + 1;
        int offset = (int)Math.Min(start + (failure.BytePositionInLine ?? 0), _utf8.Length);
        if (offset > 0 && _utf8.Span[offset - 1] == '-')
            offset--;
        ReadOnlySpan<byte> rest = _utf8.Span[offset..];
        string message = rest.StartsWith("NaN"u8) || rest.StartsWith("Infinity"u8) || rest.StartsWith("-Infinity"u8)
            ? "JSON has no NaN or Infinity; write the text \"NaN\", \"Infinity\" or \"-Infinity\", or leave the value out."
            : Nameless(failure.Message);
        return ProblemAt(offset, message, "");
    }

    private ExperimentProblem ProblemAt(int offset, string message, string path)
    {
        ReadOnlySpan<byte> before = _utf8.Span[..Math.Clamp(offset, 0, _utf8.Length)];
        int line = before.Count((byte)'\n') + 1;
        int column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new ExperimentProblem(message, path, line, column);
    }

    private void FindInvalidText(List<ExperimentProblem> problems)
    {
        if (Utf8.IsValid(_utf8.Span))
            return;
        int offset = 0;
        while (Rune.DecodeFromUtf8(_utf8.Span[offset..], out _, out int length) == OperationStatus.Done)
            offset += length;
        problems.Add(ProblemAt(offset, "the text is not UTF-8 from here on; save the file as UTF-8.", ""));
    }

    private void FindDuplicates(List<ExperimentProblem> problems)
    {
        var reader = new Utf8JsonReader(_utf8.Span, ReaderOptions);
        var open = new Stack<HashSet<string>?>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.StartArray:
                    open.Push(null);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    if (Unescaped(ref reader, problems) is not { } name)
                        break;
                    if (!open.Peek()!.Add(name))
                        problems.Add(ProblemAt((int)reader.TokenStartIndex, $"'{name}' is there twice in one object; keep one of them.", name));
                    break;
                case JsonTokenType.String when reader.ValueIsEscaped:
                    Unescaped(ref reader, problems);
                    break;
            }
        }
    }

    // An escape may name half of a pair of code units, which is no text.
    private string? Unescaped(ref Utf8JsonReader reader, List<ExperimentProblem> problems)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            problems.Add(ProblemAt((int)reader.TokenStartIndex, "this text has an escape \\uD800 to \\uDFFF that is no half of a pair.", ""));
            return null;
        }
    }

    private int Locate(IReadOnlyList<object> segments)
    {
        var reader = new Utf8JsonReader(_utf8.Span, ReaderOptions);
        if (!reader.Read())
            return 0;
        foreach (object segment in segments)
        {
            int position = (int)reader.TokenStartIndex;
            if (!(segment is int index ? Enter(ref reader, index) : Enter(ref reader, (string)segment)))
                return position;
        }

        return (int)reader.TokenStartIndex;
    }

    private static bool Enter(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
                return true;
            reader.Skip();
        }

        return false;
    }

    private static bool Enter(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return false;
        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == index)
                return true;
            reader.Skip();
        }

        return false;
    }
}
