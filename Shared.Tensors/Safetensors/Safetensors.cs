using System.Diagnostics.CodeAnalysis;
using System.Text;
using SharedSource;
using TorchSharp;

namespace Shared.Tensors;

/// <summary>Reads and writes tensors by name in the safetensors format, as Python's <c>state_dict</c> is stored with it.</summary>
/// <remarks>
/// The types are bool, 8-bit unsigned, 8- to 64-bit signed integers, 16-bit (both kinds), 32-bit and 64-bit floating point and complex
/// numbers of two 32-bit floats. Reading trusts nothing: a file can neither run code nor claim more memory than its own size.
/// <para><b>Source:</b> the safetensors format description: 8 bytes header length, JSON header, raw little-endian data.</para>
/// </remarks>
public static class Safetensors
{
    private const int ChunkBytes = 1 << 26;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Writes tensors to a file, replacing one that is there. A crash leaves the old file or the new one.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="tensors">The tensors by name, on any device and in any layout; the caller keeps them.</param>
    /// <param name="metadata">Texts to store beside them.</param>
    /// <exception cref="ArgumentException">A name occurs twice or is <c>__metadata__</c>, a text is not valid Unicode, or a tensor has
    /// elements of a type that the format lacks.</exception>
    public static void Save(
        string path, IEnumerable<KeyValuePair<string, torch.Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (List<SafetensorsEntry> entries, Dictionary<string, torch.Tensor> byName) = Prepare(tensors, ref metadata);
        AtomicFile.Write(path, stream => Write(stream, entries, byName, metadata));
    }

    /// <summary>Writes tensors to a stream.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="tensors">The tensors by name, on any device and in any layout; the caller keeps them.</param>
    /// <param name="metadata">Texts to store beside them.</param>
    /// <exception cref="ArgumentException">As of <see cref="Save(string, IEnumerable{KeyValuePair{string, torch.Tensor}}, IReadOnlyDictionary{string, string}?)"/>.</exception>
    public static void Save(
        Stream destination, IEnumerable<KeyValuePair<string, torch.Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(destination);
        (List<SafetensorsEntry> entries, Dictionary<string, torch.Tensor> byName) = Prepare(tensors, ref metadata);
        Write(destination, entries, byName, metadata);
    }

    /// <summary>Reads all tensors of a file into the processor's memory.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The tensors by name; the caller, or the dispose scope around the call, disposes them.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or hostile; the message names file, tensor and reason.</exception>
    public static IReadOnlyDictionary<string, torch.Tensor> Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Load(stream, path).Tensors;
    }

    /// <summary>Reads all tensors and texts of a stream into the processor's memory.</summary>
    /// <param name="source">A stream that can seek, from its beginning to its end.</param>
    /// <returns>The tensors and the texts by name; the caller, or the dispose scope around the call, disposes the tensors.</returns>
    /// <exception cref="InvalidDataException">The data are damaged or hostile; the message names tensor and reason.</exception>
    public static (IReadOnlyDictionary<string, torch.Tensor> Tensors, IReadOnlyDictionary<string, string> Metadata) Load(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Load(source, "the stream");
    }

    /// <summary>Reads the texts that are stored beside the tensors, and no tensor; the header is checked as by <see cref="Load(string)"/>.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The texts; none where the file has none.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or hostile; the message names file, tensor and reason.</exception>
    public static IReadOnlyDictionary<string, string> LoadMetadata(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return SafetensorsHeader.Read(stream, path).Metadata;
    }

    private static (List<SafetensorsEntry> Entries, Dictionary<string, torch.Tensor> ByName) Prepare(
        IEnumerable<KeyValuePair<string, torch.Tensor>> tensors, [NotNull] ref IReadOnlyDictionary<string, string>? metadata)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        metadata ??= new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, string value) in metadata)
        {
            CheckText(key, nameof(metadata));
            CheckText(value, nameof(metadata));
        }

        var byName = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal);
        foreach ((string name, torch.Tensor tensor) in tensors)
            Add(byName, name, tensor);
        return (Arrange(byName), byName);
    }

    private static void Write(
        Stream stream, List<SafetensorsEntry> entries, Dictionary<string, torch.Tensor> byName, IReadOnlyDictionary<string, string> metadata)
    {
        new SafetensorsHeader(entries, metadata, 0).Write(stream);
        foreach (SafetensorsEntry entry in entries)
            WriteData(stream, byName[entry.Name]);
    }

    private static (IReadOnlyDictionary<string, torch.Tensor> Tensors, IReadOnlyDictionary<string, string> Metadata) Load(Stream stream, string path)
    {
        SafetensorsHeader header = SafetensorsHeader.Read(stream, path);
        var tensors = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal);
        try
        {
            foreach (SafetensorsEntry entry in header.Entries)
            {
                torch.Tensor tensor = torch.empty(entry.Shape, entry.DType, torch.CPU);
                tensors.Add(entry.Name, tensor);
                ReadData(stream, tensor, entry, path);
            }

            return (tensors, header.Metadata);
        }
        catch
        {
            foreach (torch.Tensor tensor in tensors.Values)
                tensor.Dispose();
            throw;
        }
    }

    private static void Add(Dictionary<string, torch.Tensor> byName, string name, torch.Tensor tensor)
    {
        if (name is null || tensor is null)
            throw new ArgumentException("A name or tensor is null.", nameof(tensor));
        CheckText(name, nameof(name));
        if (name == SafetensorsHeader.MetadataName)
            throw new ArgumentException($"The name '{name}' is the format's own; give the tensor another.", nameof(name));
        if (SafetensorsTypes.NameOf(tensor.dtype) is null)
        {
            throw new ArgumentException(
                $"Tensor '{name}' has elements of type {tensor.dtype}; the format has {SafetensorsTypes.Names}.", nameof(tensor));
        }

        if (!byName.TryAdd(name, tensor))
            throw new ArgumentException($"The name '{name}' occurs twice.", nameof(name));
    }

    private static void CheckText(string text, string parameter)
    {
        try
        {
            StrictUtf8.GetByteCount(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException($"'{text}' is not valid Unicode.", parameter, e);
        }
    }

    // Wide elements first keep every tensor aligned to its element without gaps, which the format forbids.
    private static List<SafetensorsEntry> Arrange(Dictionary<string, torch.Tensor> byName)
    {
        var entries = new List<SafetensorsEntry>();
        long end = 0;
        foreach ((string name, torch.Tensor tensor) in byName
            .OrderByDescending(pair => SafetensorsTypes.BytesOf(pair.Value.dtype)).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            long begin = end;
            end = checked(begin + tensor.numel() * SafetensorsTypes.BytesOf(tensor.dtype));
            entries.Add(new SafetensorsEntry(name, tensor.dtype, tensor.shape, begin, end));
        }

        return entries;
    }

    private static void WriteData(Stream stream, torch.Tensor tensor)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor flat = tensor.detach().cpu().resolve_conj().resolve_neg().contiguous().view(-1);
        foreach (torch.Tensor chunk in Chunks(flat))
        {
            stream.Write(chunk.bytes);
            GC.KeepAlive(chunk);
        }
    }

    private static void ReadData(Stream stream, torch.Tensor tensor, SafetensorsEntry entry, string path)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        foreach (torch.Tensor chunk in Chunks(tensor.view(-1)))
        {
            Span<byte> bytes = chunk.bytes;
            stream.ReadExactly(bytes);
            if (entry.DType == torch.ScalarType.Bool && bytes.ContainsAnyExceptInRange((byte)0, (byte)1))
                throw new InvalidDataException($"'{path}' is refused: tensor '{entry.Name}': its booleans have bytes other than 0 and 1.");
            GC.KeepAlive(chunk);
        }
    }

    // A span has at most 2^31 bytes; tensors may have more.
    private static IEnumerable<torch.Tensor> Chunks(torch.Tensor flat)
    {
        long step = ChunkBytes / SafetensorsTypes.BytesOf(flat.dtype);
        for (long start = 0; start < flat.numel(); start += step)
            yield return flat.narrow(0, start, Math.Min(step, flat.numel() - start));
    }
}
