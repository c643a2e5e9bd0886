using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SharedSource;

namespace Lagom.Rl;

/// <summary>Keeps settings and small state in JSON files. Nothing in them is ever run.</summary>
public static class JsonFile
{
    /// <summary>Writes a value: a reader, or a crash, sees the old content of the file or the new one, never a part of it.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="path">The file, exactly as named; its folder is made where it is missing.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">How the type is written: a member of a <see cref="System.Text.Json.Serialization.JsonSerializerContext"/>.</param>
    public static void Save<T>(string path, T value, JsonTypeInfo<T> type)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(type);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, value, type));
    }

    /// <summary>Reads a value back.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="type">How the type is written.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file does not hold such a value; the message says where it goes wrong.</exception>
    public static T Load<T>(string path, JsonTypeInfo<T> type)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(type);
        using FileStream stream = File.OpenRead(path);
        try
        {
            return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidDataException($"'{path}' holds null, not a {typeof(T).Name}.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new InvalidDataException($"'{path}' does not hold a {typeof(T).Name}: {exception.Message}", exception);
        }
    }
}
