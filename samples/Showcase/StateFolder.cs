using System.Text.Json;

namespace Showcase;

/// <summary>Where a run keeps what it has done, so that it goes on from there.</summary>
internal sealed class StateFolder
{
    private const string SettingsName = "settings.json";

    private static readonly string[] Contents = [SettingsName, "exact.jsonl", "calls.jsonl", "run.log", "verification.json", "refinement.json", "policy.gif", "report.html"];
    private static readonly string[] Folders = ["tuning", "comparison", "refinement"];
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    /// <summary>Opens a folder; makes it where there is none.</summary>
    public StateFolder(string path) => Path = Directory.CreateDirectory(path).FullName;

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The full path of something inside.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Removes what an earlier run has left, and nothing else.</summary>
    public void Clear()
    {
        foreach (string name in Contents)
            File.Delete(this[name]);
        foreach (string name in Folders.Where(name => Directory.Exists(this[name])))
            Directory.Delete(this[name], recursive: true);
    }

    /// <summary>Checks that what is inside belongs to a run with the same settings, or notes them.</summary>
    /// <exception cref="InvalidOperationException">The folder holds a run with other settings.</exception>
    public void Claim(ShowcaseSettings settings)
    {
        string text = JsonSerializer.Serialize(settings with { Threads = 1 }, Format);
        if (!File.Exists(this[SettingsName]))
            OutputFile.Write(this[SettingsName], text);
        else if (File.ReadAllText(this[SettingsName]) != text)
            throw new InvalidOperationException($"{Path} holds a run with other settings ({SettingsName}). Name another folder with --out, or throw that run away with --fresh.");
    }

    /// <summary>What a text of a file says.</summary>
    /// <exception cref="InvalidDataException">It is not what was written there.</exception>
    public static T Read<T>(string path, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text) ?? throw new InvalidDataException($"'{path}' is damaged: it says nothing.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"'{path}' is damaged: {exception.Message}", exception);
        }
    }

    /// <summary>A result that is there already, or else is made and stored.</summary>
    public T Once<T>(string name, Func<T> make)
    {
        if (File.Exists(this[name]))
            return Read<T>(this[name], File.ReadAllText(this[name]));
        T made = make();
        OutputFile.Write(this[name], JsonSerializer.Serialize(made, Format));
        return made;
    }
}
