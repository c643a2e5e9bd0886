using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lagom.Rl;

/// <summary>Reads the parts of a checkpoint that <see cref="CheckpointWriter"/> wrote.</summary>
public sealed class CheckpointReader
{
    private readonly ZipArchive _archive;

    private readonly Dictionary<string, string> _checksums;

    private CheckpointReader(string path, ZipArchive archive, Dictionary<string, string> checksums)
    {
        Path = path;
        _archive = archive;
        _checksums = checksums;
    }

    /// <summary>The file that is read, for messages.</summary>
    public string Path { get; }

    /// <summary>Opens a checkpoint and reads its parts.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads the parts. What it throws passes unwrapped.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no checkpoint, is damaged, or is of a newer version.</exception>
    public static void Read(string path, Action<CheckpointReader> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(read);
        using FileStream stream = File.OpenRead(path);
        using ZipArchive archive = Open(stream, path);
        read(new CheckpointReader(path, archive, ReadManifest(path, archive)));
    }

    /// <summary>Whether there is a part of a name.</summary>
    /// <param name="name">The part's name.</param>
    public bool Contains(string name) => _checksums.ContainsKey(name);

    /// <summary>Reads small state.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">The part's name.</param>
    /// <param name="type">How it is read, from a source-generated context.</param>
    /// <exception cref="InvalidDataException">There is no such part, or it is damaged.</exception>
    public T ReadJson<T>(string name, JsonTypeInfo<T> type) =>
        ReadBinary(name, stream => JsonSerializer.Deserialize(stream, type)) ?? throw new InvalidDataException($"The part '{name}' of the checkpoint '{Path}' is empty.");

    /// <summary>Reads tensors; the caller owns them.</summary>
    /// <param name="name">The part's name.</param>
    /// <exception cref="InvalidDataException">There is no such part, or it is damaged.</exception>
    public IReadOnlyDictionary<string, torch.Tensor> ReadTensors(string name) => ReadBinary(name, static stream =>
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        memory.Position = 0;
        return Safetensors.Load(memory).Tensors;
    });

    /// <summary>Reads what was written to a stream.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="name">The part's name.</param>
    /// <param name="read">Reads it; the stream only goes forward.</param>
    /// <exception cref="InvalidDataException">There is no such part, or it is damaged.</exception>
    public T ReadBinary<T>(string name, Func<Stream, T> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(read);
        if (!_checksums.TryGetValue(name, out string? checksum) || _archive.GetEntry(name) is not { } entry)
            throw new InvalidDataException($"The checkpoint '{Path}' has no part '{name}'.");
        using (Stream part = entry.Open())
        {
            if (Convert.ToHexString(SHA256.HashData(part)) != checksum)
                throw new InvalidDataException($"The part '{name}' of the checkpoint '{Path}' is damaged.");
        }

        using Stream content = entry.Open();
        return read(content);
    }

    private static Dictionary<string, string> ReadManifest(string path, ZipArchive archive)
    {
        ZipArchiveEntry entry = archive.GetEntry(CheckpointWriter.ManifestPart)
            ?? throw new InvalidDataException($"'{path}' is no checkpoint: it has no part '{CheckpointWriter.ManifestPart}'.");
        try
        {
            using Stream part = entry.Open();
            using JsonDocument manifest = JsonDocument.Parse(part);
            int version = manifest.RootElement.GetProperty("version").GetInt32();
            if (version != CheckpointWriter.Version)
                throw new InvalidDataException($"The checkpoint '{path}' has version {version}; this package reads version {CheckpointWriter.Version}.");
            return manifest.RootElement.GetProperty("sha256").EnumerateObject()
                .ToDictionary(checksum => checksum.Name, checksum => checksum.Value.GetString() ?? "", StringComparer.Ordinal);
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The manifest of the checkpoint '{path}' is damaged: {damage.Message}", damage);
        }
    }

    private static ZipArchive Open(Stream stream, string path)
    {
        try
        {
            return new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"'{path}' is no complete checkpoint: {damage.Message}", damage);
        }
    }
}
