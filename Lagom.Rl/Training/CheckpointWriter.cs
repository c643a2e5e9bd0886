using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SharedSource;

namespace Lagom.Rl;

/// <summary>Writes a checkpoint: one file of named parts (a zip archive of JSON, safetensors and raw numbers), complete or not there at all.</summary>
public sealed class CheckpointWriter
{
    internal const string ManifestPart = "manifest.json";
    internal const int Version = 1;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, string> _checksums = new(StringComparer.Ordinal);

    private CheckpointWriter(ZipArchive archive) => _archive = archive;

    /// <summary>Writes a checkpoint to a temporary file and renames it over the target, so that a crash leaves the old one or the new one.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <param name="write">Writes the parts. Where it throws, the old file stays and the exception passes unwrapped.</param>
    public static void Write(string path, Action<CheckpointWriter> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        AtomicFile.Write(path, stream =>
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            var writer = new CheckpointWriter(archive);
            write(writer);
            writer.AddManifest();
        });
    }

    /// <summary>Adds small state as JSON.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">The part's name, such as "options.json".</param>
    /// <param name="value">The state.</param>
    /// <param name="type">How it is written, from a source-generated context.</param>
    public void AddJson<T>(string name, T value, JsonTypeInfo<T> type) => AddBinary(name, stream => JsonSerializer.Serialize(stream, value, type));

    /// <summary>Adds tensors in the safetensors format.</summary>
    /// <param name="name">The part's name, such as "policy.safetensors".</param>
    /// <param name="tensors">The tensors by name, of any device.</param>
    public void AddTensors(string name, IEnumerable<KeyValuePair<string, torch.Tensor>> tensors) =>
        AddBinary(name, stream => Safetensors.Save(stream, tensors));

    /// <summary>Adds what is written to a stream.</summary>
    /// <param name="name">The part's name, such as "replay.bin".</param>
    /// <param name="write">Writes it; the stream only goes forward.</param>
    public void AddBinary(string name, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(write);
        // Weights and observations hardly compress; the archive is for its parts.
        using SHA256 hash = SHA256.Create();
        using (Stream part = _archive.CreateEntry(name, CompressionLevel.NoCompression).Open())
        using (var hashed = new CryptoStream(part, hash, CryptoStreamMode.Write))
            write(hashed);
        if (!_checksums.TryAdd(name, Convert.ToHexString(hash.Hash!)))
            throw new ArgumentException($"The checkpoint already has a part '{name}'.", nameof(name));
    }

    // Archives of .NET keep checksums but do not compare them when read, so the manifest has its own.
    private void AddManifest()
    {
        using Stream part = _archive.CreateEntry(ManifestPart, CompressionLevel.NoCompression).Open();
        using var json = new Utf8JsonWriter(part);
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteStartObject("sha256");
        foreach ((string name, string checksum) in _checksums)
            json.WriteString(name, checksum);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
