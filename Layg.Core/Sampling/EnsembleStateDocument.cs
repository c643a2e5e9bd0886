using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Shared.Tensors;

namespace Layg.Sampling;

/// <summary>The stored form of an <see cref="EnsembleState"/>, with a version and a checksum over all its content.</summary>
internal sealed record EnsembleStateDocument
{
    public const int CurrentVersion = 1;

    public required int Version { get; init; }

    public required string Checksum { get; init; }

    public required int Dimension { get; init; }

    public required string[] BlobNames { get; init; }

    public required long Step { get; init; }

    public required double[] Positions { get; init; }

    public required double[] LogDensities { get; init; }

    public required double[] Blobs { get; init; }

    public required RandomStreamState[] WalkerStreams { get; init; }

    public required RandomStreamState EnsembleStream { get; init; }

    public static EnsembleStateDocument From(EnsembleState state)
    {
        var document = new EnsembleStateDocument
        {
            Version = CurrentVersion,
            Checksum = "",
            Dimension = state.Dimension,
            BlobNames = [.. state.BlobNames],
            Step = state.Step,
            Positions = state.Positions.ToArray(),
            LogDensities = state.LogDensities.ToArray(),
            Blobs = state.Blobs.ToArray(),
            WalkerStreams = state.WalkerStreams.ToArray(),
            EnsembleStream = state.EnsembleStream,
        };
        return document with { Checksum = document.ComputeChecksum() };
    }

    public static EnsembleState Parse(string json, string source)
    {
        EnsembleStateDocument? document;
        try
        {
            document = JsonSerializer.Deserialize(json, EnsembleStateJson.Default.EnsembleStateDocument);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{source} is not the stored state of an ensemble, or is damaged: {error.Message}", error);
        }

        if (document is null)
            throw new InvalidDataException($"{source} is not the stored state of an ensemble.");
        if (document.Version is < 1 or > CurrentVersion)
            throw new InvalidDataException($"{source} holds an ensemble state of version {document.Version}; this library reads versions up to {CurrentVersion}.");
        if (!document.HasConsistentShape() || !string.Equals(document.Checksum, document.ComputeChecksum(), StringComparison.Ordinal))
            throw new InvalidDataException($"{source} is damaged: its content does not match its checksum. Start from an older copy or anew.");
        return new EnsembleState(
            document.Dimension, document.BlobNames, document.Step, document.Positions, document.LogDensities, document.Blobs,
            document.WalkerStreams, document.EnsembleStream);
    }

    private bool HasConsistentShape() =>
        BlobNames is not null && Positions is not null && LogDensities is not null && Blobs is not null && WalkerStreams is not null
        && Dimension >= 1 && Step >= 0 && LogDensities.Length >= 2
        && Positions.Length == (long)LogDensities.Length * Dimension
        && Blobs.Length == (long)LogDensities.Length * BlobNames.Length
        && WalkerStreams.Length == LogDensities.Length;

    private string ComputeChecksum()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append<long>(hash, [Version, Dimension, Step, BlobNames.Length, LogDensities.Length]);
        foreach (string name in BlobNames)
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
        Append<double>(hash, Positions);
        Append<double>(hash, LogDensities);
        Append<double>(hash, Blobs);
        foreach (RandomStreamState stream in WalkerStreams)
            Append<ulong>(hash, [stream.Key0, stream.Key1, stream.Blocks, (ulong)stream.Used]);
        Append<ulong>(hash, [EnsembleStream.Key0, EnsembleStream.Key1, EnsembleStream.Blocks, (ulong)EnsembleStream.Used]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append<T>(IncrementalHash hash, ReadOnlySpan<T> numbers)
        where T : struct => hash.AppendData(MemoryMarshal.AsBytes(numbers));
}
