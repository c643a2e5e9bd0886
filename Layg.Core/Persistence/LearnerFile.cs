using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Shared.Tensors.NumPy;

namespace Layg;

/// <summary>
/// A learner on disk: an uncompressed zip archive, which NumPy opens as an .npz file, of the arrays inputs, outputs, evaluations and
/// noisy, the emulator's own data, and a manifest with the checksums of them all.
/// </summary>
internal sealed class LearnerFile
{
    private const string ManifestEntry = "learner.json";
    private const string ManifestChecksumEntry = "learner.json.sha256";
    private const string InputsEntry = "inputs.npy";
    private const string OutputsEntry = "outputs.npy";
    private const string EvaluationsEntry = "evaluations.npy";
    private const string NoiseEntry = "noisy.npy";
    private const string EmulatorEntry = "emulator.bin";

    public required LearnerManifest Manifest { get; init; }

    public required TrainingSet Points { get; init; }

    /// <summary>How many evaluations each point's value is the mean of.</summary>
    public required int[] Evaluations { get; init; }

    /// <summary>For each point 1 where its evaluations gave different values, else 0.</summary>
    public required int[] NoiseFlags { get; init; }

    /// <summary>What the emulator stored of itself; null if it does not.</summary>
    public required byte[]? Emulator { get; init; }

    public void Write(Stream destination)
    {
        TrainingSet points = Points;
        var entries = new List<(string Name, byte[] Content)>
        {
            (InputsEntry, Bytes(NpyArray.Create(points.Inputs.ToArray(), points.Count, points.InputDimension))),
            (OutputsEntry, Bytes(NpyArray.Create(points.Outputs.ToArray(), points.Count, points.OutputDimension))),
            (EvaluationsEntry, Bytes(NpyArray.Create(Evaluations))),
            (NoiseEntry, Bytes(NpyArray.Create(NoiseFlags))),
        };
        if (Emulator is not null)
            entries.Add((EmulatorEntry, Emulator));
        LearnerManifest manifest = Manifest with { Checksums = entries.ToDictionary(entry => entry.Name, entry => Checksum(entry.Content), StringComparer.Ordinal) };
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(manifest, LearnerManifestContext.Default.LearnerManifest);
        entries.Insert(0, (ManifestEntry, json));
        entries.Insert(1, (ManifestChecksumEntry, System.Text.Encoding.ASCII.GetBytes(Checksum(json))));

        using var archive = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string name, byte[] content) in entries)
        {
            ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
            // A fixed time, so that the same learner gives the same bytes.
            entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using Stream stream = entry.Open();
            stream.Write(content);
        }
    }

    /// <exception cref="InvalidDataException">The data are no learner file, damaged, or of a newer version.</exception>
    public static LearnerFile Read(Stream source)
    {
        try
        {
            using var archive = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
            byte[] json = Content(archive, ManifestEntry);
            // The version comes first: a newer file may have other fields and entries.
            CheckVersion(json);
            if (!Checksum(json).Equals(System.Text.Encoding.ASCII.GetString(Content(archive, ManifestChecksumEntry)), StringComparison.Ordinal))
                throw new InvalidDataException($"its part {ManifestEntry} is damaged");
            LearnerManifest manifest = JsonSerializer.Deserialize(json, LearnerManifestContext.Default.LearnerManifest)!;
            manifest.Options.Validate();
            NpyArray inputs = Array(archive, InputsEntry, manifest), outputs = Array(archive, OutputsEntry, manifest);
            var points = new TrainingSet(inputs.ToArray<double>(), outputs.ToArray<double>(), manifest.InputDimension, manifest.OutputDimension);
            int[] evaluations = Array(archive, EvaluationsEntry, manifest).ToArray<int>();
            // Files without it counted no repeats of equal value: several evaluations meant different ones.
            int[] noiseFlags = manifest.Checksums.ContainsKey(NoiseEntry)
                ? Array(archive, NoiseEntry, manifest).ToArray<int>()
                : [.. evaluations.Select(count => count > 1 ? 1 : 0)];
            if (evaluations.Length != points.Count || noiseFlags.Length != points.Count || evaluations.Any(count => count < 1) || manifest.TrainedPoints > points.Count || manifest.Due.Any(size => size < 1 || size > points.Count))
                throw new InvalidDataException("its parts do not fit together");
            return new LearnerFile
            {
                Manifest = manifest,
                Points = points,
                Evaluations = evaluations,
                NoiseFlags = noiseFlags,
                Emulator = manifest.Checksums.ContainsKey(EmulatorEntry) ? Verified(archive, EmulatorEntry, manifest) : null,
            };
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or FormatException or ArgumentException or InvalidOperationException or EndOfStreamException or KeyNotFoundException)
        {
            throw new InvalidDataException($"This is no usable learner file: {exception.Message.TrimEnd('.')}.", exception);
        }
    }

    private static void CheckVersion(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        string? format = document.RootElement.GetProperty("format").GetString();
        if (format != LearnerManifest.FormatName)
            throw new InvalidDataException($"its format is '{format}', not '{LearnerManifest.FormatName}'");
        int version = document.RootElement.GetProperty("version").GetInt32();
        if (version is < 1 or > LearnerManifest.CurrentVersion)
            throw new InvalidDataException($"it has version {version}; this program reads up to version {LearnerManifest.CurrentVersion}, so a newer one wrote it");
    }

    private static NpyArray Array(ZipArchive archive, string name, LearnerManifest manifest)
    {
        using var stream = new MemoryStream(Verified(archive, name, manifest), writable: false);
        return Npy.Read(stream);
    }

    private static byte[] Verified(ZipArchive archive, string name, LearnerManifest manifest)
    {
        byte[] content = Content(archive, name);
        if (!manifest.Checksums.TryGetValue(name, out string? checksum) || !Checksum(content).Equals(checksum, StringComparison.Ordinal))
            throw new InvalidDataException($"its part {name} is damaged");
        return content;
    }

    private static byte[] Content(ZipArchive archive, string name)
    {
        ZipArchiveEntry entry = archive.GetEntry(name) ?? throw new InvalidDataException($"its part {name} is missing");
        // Nothing is compressed, so a part cannot be larger than the file: no archive bomb.
        if (entry.Length != entry.CompressedLength || entry.Length > int.MaxValue)
            throw new InvalidDataException($"its part {name} claims {entry.Length} bytes in {entry.CompressedLength}");
        var content = new byte[entry.Length];
        using Stream stream = entry.Open();
        stream.ReadExactly(content);
        return content;
    }

    private static byte[] Bytes(NpyArray array)
    {
        using var stream = new MemoryStream();
        Npy.Write(stream, array);
        return stream.ToArray();
    }

    private static string Checksum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
