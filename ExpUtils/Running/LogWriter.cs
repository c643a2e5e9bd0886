using System.Text;

namespace ExpUtils.Running;

/// <summary>Writes to a run's log as long as that is open, and drops the rest: a run that did not stop when asked may still write.</summary>
internal sealed class LogWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Guarded(value, static (writer, value) => writer.Write(value));

    public override void Write(string? value) => Guarded(value, static (writer, value) => writer.Write(value));

    public override void Write(char[] buffer, int index, int count) => Guarded(new string(buffer, index, count), static (writer, value) => writer.Write(value));

    public override void WriteLine(string? value) => Guarded(value, static (writer, value) => writer.WriteLine(value));

    private void Guarded<T>(T value, Action<TextWriter, T> write)
    {
        try
        {
            write(inner, value);
        }
        catch (ObjectDisposedException)
        {
        }
    }
}
