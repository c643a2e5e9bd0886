using System.IO.Compression;
using SharedSource;

namespace Shared.Tensors.NumPy;

/// <summary>Reads and writes NumPy's <c>.npz</c> archives: named arrays in one file.</summary>
/// <remarks>
/// An archive is a zip file with one <c>name.npy</c> per array, stored as <c>numpy.savez</c> does or deflated as
/// <c>numpy.savez_compressed</c> does. Checksums are verified on reading.
/// </remarks>
public static class Npz
{
    /// <summary>How many bytes the arrays of an archive may have together where the caller sets no limit: 2 GiB.</summary>
    public const long DefaultMaxBytes = 1L << 31;

    private const string Extension = ".npy";

    // NumPy writes the earliest time that a zip file can state; so equal arrays make equal files.
    private static readonly DateTimeOffset EarliestTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads all arrays of an archive.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">
    /// How many bytes the arrays may have together. Above it the archive is refused before it is unpacked: a small file can expand a
    /// thousandfold. Range: at least 0.
    /// </param>
    /// <returns>The arrays by name.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or holds what is not supported; the message names the entry and the reason.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Read(string path, long maxBytes = DefaultMaxBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        using FileStream stream = File.OpenRead(path);
        return Read(stream, maxBytes, new NpySource($"'{path}'"));
    }

    /// <summary>Reads all arrays of an archive.</summary>
    /// <param name="stream">The archive; it stays open. A stream that cannot seek is first read into memory.</param>
    /// <param name="maxBytes">
    /// How many bytes the arrays may have together. Above it the archive is refused before it is unpacked: a small file can expand a
    /// thousandfold. Range: at least 0.
    /// </param>
    /// <returns>The arrays by name.</returns>
    /// <exception cref="InvalidDataException">The archive is damaged, or holds what is not supported; the message names the entry and the reason.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Read(Stream stream, long maxBytes = DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        return Read(stream, maxBytes, new NpySource("The stream"));
    }

    /// <summary>Writes named arrays to a file, replacing one that is there. A crash leaves the old file or the new one.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="arrays">The arrays by name; no name may be empty.</param>
    /// <param name="compress">Whether to deflate the arrays.</param>
    /// <exception cref="ArgumentException">A name is empty or stands twice.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, NpyArray>> arrays, bool compress = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(arrays);
        AtomicFile.Write(path, stream => Write(stream, arrays, compress));
    }

    /// <summary>Writes named arrays to a stream.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="arrays">The arrays by name; no name may be empty.</param>
    /// <param name="compress">Whether to deflate the arrays.</param>
    /// <exception cref="ArgumentException">A name is empty or stands twice.</exception>
    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, NpyArray>> arrays, bool compress = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(arrays);
        var names = new HashSet<string>(StringComparer.Ordinal);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string name, NpyArray array) in arrays)
        {
            if (string.IsNullOrEmpty(name) || !names.Add(name))
                throw new ArgumentException($"The name '{name}' is empty or stands twice; every array needs a name of its own.", nameof(arrays));
            ZipArchiveEntry entry = archive.CreateEntry(name + Extension, compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
            entry.LastWriteTime = EarliestTime;
            using Stream content = entry.Open();
            Npy.Write(content, array);
        }
    }

    private static Dictionary<string, NpyArray> Read(Stream stream, long maxBytes, NpySource source)
    {
        using ZipArchive archive = Open(stream, source, out IReadOnlyList<ZipArchiveEntry> entries);
        var arrays = new Dictionary<string, NpyArray>(StringComparer.Ordinal);
        long total = 0;
        foreach (ZipArchiveEntry entry in entries)
        {
            NpySource entrySource = source.Entry(entry.FullName);
            if (!entry.FullName.EndsWith(Extension, StringComparison.Ordinal) || entry.FullName.Length == Extension.Length)
                throw entrySource.Invalid("it is not named like an array, NAME.npy");
            // Written so that it cannot overflow, whatever lengths the directory claims.
            if (entry.Length < 0 || entry.Length > maxBytes - total)
                throw entrySource.Invalid($"with its {entry.Length} bytes the arrays have more than {maxBytes} together; allow more where the file can be trusted");
            total += entry.Length;
            NpyArray array = ReadEntry(entry, entrySource);
            if (!arrays.TryAdd(entry.FullName[..^Extension.Length], array))
                throw entrySource.Invalid("the archive has a second entry of this name");
        }

        return arrays;
    }

    private static ZipArchive Open(Stream stream, NpySource source, out IReadOnlyList<ZipArchiveEntry> entries)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            entries = archive.Entries;
            return archive;
        }
        catch (Exception exception) when (ZipEntryStream.IsDamage(exception))
        {
            archive?.Dispose();
            throw source.Invalid("it is not a zip archive, or a damaged one", exception);
        }
    }

    private static NpyArray ReadEntry(ZipArchiveEntry entry, NpySource source)
    {
        using var content = new ZipEntryStream(entry, source);
        // The length of a stored entry is that of bytes in the file; the length of a deflated one is a claim.
        bool certain = entry.Length == entry.CompressedLength;
        return Npy.ReadWhole(content, entry.Length, certain, source);
    }
}
