using System.Text;
using System.Text.Json;
using Shared.Tensors;
using SharedSource;

namespace Layg.Sampling;

/// <summary>
/// Where an ensemble stands between two steps, random streams included: a run from it goes on bit for bit as if it had never stopped.
/// Immutable.
/// </summary>
public sealed class EnsembleState
{
    private readonly double[] _positions;
    private readonly double[] _logDensities;
    private readonly double[] _blobs;
    private readonly RandomStreamState[] _walkerStreams;

    internal EnsembleState(
        int dimension, IReadOnlyList<string> blobNames, long step, double[] positions, double[] logDensities, double[] blobs,
        RandomStreamState[] walkerStreams, RandomStreamState ensembleStream)
    {
        Dimension = dimension;
        BlobNames = blobNames;
        Step = step;
        _positions = positions;
        _logDensities = logDensities;
        _blobs = blobs;
        _walkerStreams = walkerStreams;
        EnsembleStream = ensembleStream;
    }

    /// <summary>How many walkers (W).</summary>
    public int Walkers => _logDensities.Length;

    /// <summary>Numbers per point (n).</summary>
    public int Dimension { get; }

    /// <summary>The blobs' names.</summary>
    public IReadOnlyList<string> BlobNames { get; }

    /// <summary>How many steps the ensemble has made since it started.</summary>
    public long Step { get; }

    /// <summary>Where the walkers stand: [<see cref="Walkers"/>, <see cref="Dimension"/>].</summary>
    public ReadOnlySpan<double> Positions => _positions;

    /// <summary>The log-densities there: [<see cref="Walkers"/>].</summary>
    public ReadOnlySpan<double> LogDensities => _logDensities;

    /// <summary>The blobs there: [<see cref="Walkers"/>, number of <see cref="BlobNames"/>].</summary>
    public ReadOnlySpan<double> Blobs => _blobs;

    internal ReadOnlySpan<RandomStreamState> WalkerStreams => _walkerStreams;

    internal RandomStreamState EnsembleStream { get; }

    /// <summary>Where one walker stands: [<see cref="Dimension"/>].</summary>
    /// <param name="walker">Which walker, from 0.</param>
    public ReadOnlySpan<double> Position(int walker) => Positions.Slice(walker * Dimension, Dimension);

    /// <summary>Writes the state as JSON, every number exactly.</summary>
    public string ToJson() => JsonSerializer.Serialize(EnsembleStateDocument.From(this), EnsembleStateJson.Default.EnsembleStateDocument);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="InvalidDataException">The text is damaged or of a newer version.</exception>
    public static EnsembleState FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return EnsembleStateDocument.Parse(json, "The text");
    }

    /// <summary>Writes the state to a file. A file of that name is replaced only once the new one is complete.</summary>
    /// <param name="path">The file.</param>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ToJson())));
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is damaged or of a newer version.</exception>
    public static EnsembleState Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return EnsembleStateDocument.Parse(File.ReadAllText(path), $"The file {path}");
    }
}
