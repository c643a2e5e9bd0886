using System.Text.Json;

namespace Showcase;

/// <summary>Records, one a line. A line that was cut off by a kill is dropped when the file is opened again.</summary>
internal sealed class JsonLinesFile<T>
{
    private readonly string _path;
    private readonly List<T> _records = [];
    private readonly Lock _writing = new();

    /// <summary>Reads what is there.</summary>
    /// <exception cref="InvalidDataException">A line that is whole cannot be read.</exception>
    public JsonLinesFile(string path)
    {
        _path = path;
        if (!File.Exists(path))
            return;
        string text = File.ReadAllText(path);
        int whole = text.LastIndexOf('\n') + 1;
        foreach (string line in text[..whole].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            _records.Add(StateFolder.Read<T>(path, line));
        if (whole < text.Length)
            OutputFile.Write(path, text[..whole]);
    }

    /// <summary>The records so far.</summary>
    public IReadOnlyList<T> Records => _records;

    /// <summary>Adds a record.</summary>
    public void Add(T record)
    {
        lock (_writing)
        {
            File.AppendAllText(_path, JsonSerializer.Serialize(record) + "\n");
            _records.Add(record);
        }
    }
}
