using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SharedSource;

namespace ExpUtils.Tool;

/// <summary>Writes all measurements of an experiment to a file, in the form its extension names.</summary>
internal static class ResultExport
{
    /// <summary>Writes the file, whole or not at all.</summary>
    /// <returns>How many measurements it has.</returns>
    public static int Write(string path, ExperimentDescription experiment, IResultStore store, IReadOnlyList<string> metrics)
    {
        List<Row> rows =
        [
            .. metrics.SelectMany(metric => store.Read(metric)
                .Select(run => (Run: run, Permutation: experiment.Sweep.IndexOf(run.Parameters)))
                .Where(entry => entry.Permutation >= 0)
                .Select(entry => new Row(metric, experiment.GetIndex(entry.Permutation, entry.Run.Run), entry.Run))
                .OrderBy(row => row.Index)),
        ];
        Action<Stream> write = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => stream => WriteCsv(stream, experiment, rows),
            ".npz" => stream => WriteNpz(stream, experiment, rows),
            ".json" => stream => WriteJson(stream, rows),
            _ => throw new ArgumentException($"'{path}' must end with .csv, .npz or .json, which says what is written."),
        };
        AtomicFile.Write(path, write);
        return rows.Sum(row => row.Run.Values.Length);
    }

    private static void WriteCsv(Stream stream, ExperimentDescription experiment, List<Row> rows)
    {
        string[] names = [.. experiment.Sweep.Parameters.Select(parameter => parameter.Name)];
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', names.Select(CsvCell.Of).Concat(["index", "run", "metric", "frame", "value"])));
        foreach (Row row in rows)
        {
            string start = string.Join(',', names.Select(name => CsvCell.Of(row.Run.Parameters[name].Text)).Append(Text(row.Index)).Append(Text(row.Run.Run)).Append(CsvCell.Of(row.Metric)));
            for (int i = 0; i < row.Run.Values.Length; i++)
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{start},{row.Run.Frames[i]},{row.Run.Values[i]:R}"));
        }
    }

    // Long form: arrays of equal length per metric, one entry per measurement.
    private static void WriteNpz(Stream stream, ExperimentDescription experiment, List<Row> rows)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (IGrouping<string, Row> metric in rows.GroupBy(row => row.Metric, StringComparer.Ordinal))
        {
            Add(archive, $"{metric.Key}.value", "<f8", [.. metric.SelectMany(row => row.Run.Values)]);
            Add(archive, $"{metric.Key}.frame", "<i8", [.. metric.SelectMany(row => row.Run.Frames)]);
            Add(archive, $"{metric.Key}.index", "<i8", [.. metric.SelectMany(row => Enumerable.Repeat(row.Index, row.Run.Values.Length))]);
            Add(archive, $"{metric.Key}.run", "<i8", [.. metric.SelectMany(row => Enumerable.Repeat(row.Run.Run, row.Run.Values.Length))]);
            foreach (SweptParameter parameter in experiment.Sweep.Parameters.Where(parameter => parameter.Values.All(value => value.IsNumber)))
                Add(archive, $"{metric.Key}.{parameter.Name}", "<f8", [.. metric.SelectMany(row => Enumerable.Repeat(row.Run.Parameters[parameter.Name].AsDouble(), row.Run.Values.Length))]);
        }

        static void Add<T>(ZipArchive archive, string name, string type, T[] values)
            where T : unmanaged
        {
            using Stream entry = archive.CreateEntry(name + ".npy").Open();
            NumpyFile.Write<T>(entry, values, type);
        }
    }

    private static void WriteJson(Stream stream, List<Row> rows)
    {
        using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartArray();
        foreach (Row row in rows)
        {
            new JsonObject
            {
                ["metric"] = row.Metric, ["index"] = row.Index, ["run"] = row.Run.Run, ["parameters"] = row.Run.Parameters.ToJson(),
                ["frames"] = new JsonArray([.. row.Run.Frames.Select(frame => JsonValue.Create(frame))]),
                // JSON has no other numbers: what is not finite becomes null.
                ["values"] = new JsonArray([.. row.Run.Values.Select(value => double.IsFinite(value) ? JsonValue.Create(value) : null)]),
            }.WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Row(string Metric, long Index, RunSeries Run);
}
