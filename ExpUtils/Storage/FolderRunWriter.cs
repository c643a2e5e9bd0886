using System.IO.Compression;
using System.Text.Json;

namespace ExpUtils;

/// <summary>Keeps a run's measurements and writes them into its folder when it ends.</summary>
internal sealed class FolderRunWriter(string folder, RunFile file, TimeProvider clock) : IRunWriter
{
    public const string FramesSuffix = ".frames.npy";
    public const string ValuesSuffix = ".values.npy";

    private readonly SortedDictionary<string, PartialSeries> _metrics = new(StringComparer.Ordinal);

    public void Write(string metric, ReadOnlySpan<long> frames, ReadOnlySpan<double> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(metric);
        if (frames.Length != values.Length)
            throw new ArgumentException($"There are {values.Length} values for {frames.Length} frames.", nameof(values));
        if (!_metrics.TryGetValue(metric, out PartialSeries? series))
            _metrics.Add(metric, series = new PartialSeries());
        for (int i = 0; i < frames.Length; i++)
            series.Add(frames[i], values[i]);
    }

    public void Start() => WriteFile(file);

    /// <summary>Takes what was measured before, from a folder with a file of measurements; nothing where there is none.</summary>
    public void ReadMeasurements(string from) => FolderResultStore.Guarded(from, () =>
    {
        foreach ((string metric, long[] frames, double[] values) in FolderResultStore.ReadAll(from))
            Write(metric, frames, values);
        return true;
    });

    /// <summary>Writes what has been measured into a folder.</summary>
    public void WriteMeasurements(string to) => SharedSource.AtomicFile.Write(Path.Combine(to, FolderResultStore.MeasurementsName), WriteMeasurements);

    public void Complete() => End(StoredRunStatus.Completed, null);

    public void Fail(string error)
    {
        ArgumentNullException.ThrowIfNull(error);
        End(StoredRunStatus.Failed, error);
    }

    public void Dispose()
    {
    }

    private void End(StoredRunStatus status, string? error)
    {
        RunFile? current = FolderResultStore.ReadFile(folder);
        if (current is null || current.Attempt != file.Attempt || current.Status != StoredRunStatus.Started)
            throw new ResultStoreException($"The run in {folder} was ended or begun again, here or by another process; this attempt can write no more.");
        FolderResultStore.Guarded(folder, () =>
        {
            WriteMeasurements(folder);
            WriteFile(file with { Status = status, Finished = clock.GetUtcNow(), Error = error });
            return true;
        });
    }

    private void WriteFile(RunFile content) => SharedSource.AtomicFile.Write(
        Path.Combine(folder, FolderResultStore.RunFileName), stream => JsonSerializer.Serialize(stream, content, RunFileContext.Default.RunFile));

    private void WriteMeasurements(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string metric, PartialSeries series) in _metrics)
        {
            string name = PathSegment.Escape(metric);
            (long[] numbers, double[] measured) = series.Sorted();
            using (Stream frames = archive.CreateEntry(name + FramesSuffix, CompressionLevel.NoCompression).Open())
                NumpyFile.Write<long>(frames, numbers, "<i8");
            using (Stream values = archive.CreateEntry(name + ValuesSuffix, CompressionLevel.NoCompression).Open())
                NumpyFile.Write<double>(values, measured, "<f8");
        }
    }
}
