using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lagom.Rl;

/// <summary>
/// Writes figures to a file, one JSON object per line: <c>{"step":1000,"episode/return":21.5}</c>; NaN and infinities as the strings
/// "NaN", "Infinity" and "-Infinity". Appends to a file that is there. Not thread-safe.
/// </summary>
/// <remarks>
/// A process that dies may leave a line without an end; the next sink on the file removes it, and <see cref="JsonLinesLog"/> skips it. No
/// times are written, so that equal runs give equal files.
/// </remarks>
public sealed class JsonLinesSink : IMetricSink
{
    internal const string StepName = "step";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileStream _file;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _writer;
    private readonly string _path;
    private bool _rewinds;

    /// <summary>Opens the file, and makes it and its folder where they are missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rewind">
    /// Whether the first step written takes the place of the records of that and later steps: a run that goes on from a checkpoint
    /// writes again what came after it.
    /// </param>
    /// <exception cref="InvalidDataException">The file holds something else than lines of this form; it is not changed.</exception>
    /// <exception cref="IOException">The file cannot be written, or another sink has it open.</exception>
    public JsonLinesSink(string path, bool rewind = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        _writer = new Utf8JsonWriter(_line, Options);
        (_path, _rewinds) = (path, rewind);
        try
        {
            CutBefore(null);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A figure is named "step".</exception>
    public void Write(long step, IReadOnlyDictionary<string, double> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        _line.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
        _writer.WriteNumber(StepName, step);
        foreach ((string name, double value) in metrics)
        {
            if (name == StepName)
                throw new ArgumentException($"A figure cannot be named '{StepName}', which the step itself is.", nameof(metrics));
            if (double.IsFinite(value))
                _writer.WriteNumber(name, value);
            else
                _writer.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
        }

        _writer.WriteEndObject();
        _writer.Flush();
        _line.Write("\n"u8);
        if (_rewinds)
            CutBefore(step);
        _rewinds = false;
        _file.Write(_line.WrittenSpan);
    }

    /// <inheritdoc/>
    public void Flush() => _file.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
    }

    private void CutBefore(long? step)
    {
        _file.SetLength(JsonLinesLog.LengthBefore(_file, _path, step));
        _file.Seek(0, SeekOrigin.End);
    }
}
