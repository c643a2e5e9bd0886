using System.Globalization;
using System.Text;
using SharedSource;

namespace ExpUtils;

/// <summary>
/// Reads and writes PyExpUtils's result files: a line per run, without a header, of the parameters' values in the order of their names, the run's number and
/// the data.
/// </summary>
/// <remarks>
/// A metric's runs may lie in one file, <c>NAME.csv</c>, or in batches <c>NAME.0.csv</c>, <c>NAME.1.csv</c>, …. Appending locks <c>FILE.lock</c>, as
/// PyExpUtils does, and so is safe beside other processes of one machine.
/// </remarks>
public static class ResultCsv
{
    /// <summary>How many indices PyExpUtils puts into one file.</summary>
    public const long BatchSize = 20_000;

    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Reads a metric: every run of the experiment's configurations. Lines of others are left out, as is a last line that was cut off.</summary>
    /// <param name="path">The file; or without <c>.csv</c>, the common part of a metric's files.</param>
    /// <param name="experiment">The experiment.</param>
    /// <returns>The runs, by combination, then by number; frames are the positions in the line, and an empty cell at its end is none.</returns>
    /// <exception cref="ResultStoreException">There is no such file, it cannot be read, or a line is malformed.</exception>
    public static IReadOnlyList<RunSeries> Read(string path, ExperimentDescription experiment)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(experiment);
        var matcher = new SweepMatcher(experiment.Sweep);
        Dictionary<(long Permutation, long Run), RunSeries> runs = [];
        foreach (string file in Files(path))
        {
            foreach (RunSeries series in Lines(file, matcher))
                runs[(experiment.Sweep.IndexOf(series.Parameters), series.Run)] = series;
        }

        return [.. runs.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }

    /// <summary>Appends a run.</summary>
    /// <param name="path">The file, or the common part of its name without <c>.csv</c>.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="index">The index. Range: at least 0.</param>
    /// <param name="data">The data.</param>
    /// <param name="batchSize">How many indices go into one file; null for one file only.</param>
    /// <returns>The file that was written.</returns>
    /// <exception cref="ResultStoreException">The file cannot be written, or another process keeps it locked.</exception>
    public static string Append(string path, ExperimentDescription experiment, long index, ReadOnlySpan<double> data, long? batchSize = BatchSize)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(experiment);
        if (batchSize < 1)
            throw new ArgumentOutOfRangeException(nameof(batchSize), batchSize, "batchSize must be at least 1.");
        List<string> cells = [.. experiment.GetParameters(index).Flat().Select(cell => CsvCell.Of(cell.Value.Text)), ParameterValue.From(experiment.GetRun(index)).Text];
        foreach (double value in data)
            cells.Add(PythonText.Of(value));
        string stem = path.EndsWith(".csv", StringComparison.Ordinal) ? path[..^4] : path;
        string file = batchSize is { } size ? string.Create(CultureInfo.InvariantCulture, $"{stem}.{index / size}.csv") : $"{stem}.csv";
        AppendLine(file, string.Join(',', cells));
        return file;
    }

    private static void AppendLine(string file, string line)
    {
        try
        {
            using FileStream _ = Lock(file + ".lock");
            using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            long length = stream.Seek(0, SeekOrigin.End);
            bool isCutOff = false;
            if (length > 0)
            {
                stream.Seek(-1, SeekOrigin.End);
                isCutOff = stream.ReadByte() != '\n';
            }

            stream.Write(Encoding.UTF8.GetBytes(isCutOff ? $"\n{line}\n" : $"{line}\n"));
            stream.Flush(flushToDisk: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ResultStoreException($"{file} could not be written: {failure.Message}", failure);
        }
    }

    private static FileStream Lock(string path)
    {
        long start = TimeProvider.System.GetTimestamp();
        using var pause = new ManualResetEventSlim();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path) && TimeProvider.System.GetElapsedTime(start) < LockTimeout)
            {
                pause.Wait(20);
            }
        }
    }

    private static string[] Files(string path)
    {
        if (File.Exists(path))
            return [path];
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
        string name = Path.GetFileName(path);
        string[] batches = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, $"{name}.*.csv").Where(file => long.TryParse(Path.GetFileName(file)[(name.Length + 1)..^4], NumberStyles.None, CultureInfo.InvariantCulture, out _)).Order(StringComparer.Ordinal)]
            : [];
        if (batches.Length > 0)
            return batches;
        return File.Exists(path + ".csv") ? [path + ".csv"] : throw new ResultStoreException($"There is no file {path}, {path}.csv or {path}.0.csv.");
    }

    private static IEnumerable<RunSeries> Lines(string file, SweepMatcher matcher)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ResultStoreException($"{file} could not be read: {failure.Message}", failure);
        }

        int number = 0;
        int position = 0;
        while (position < text.Length)
        {
            number++;
            int end = text.IndexOf('\n', position);
            if (end < 0)
                yield break;
            List<string> cells = Cells(text[position..end].TrimEnd('\r'));
            position = end + 1;
            if (cells.Count == 1 && cells[0].Length == 0)
                continue;
            if (Series(cells, matcher, file, number) is { } series)
                yield return series;
        }
    }

    private static RunSeries? Series(List<string> cells, SweepMatcher matcher, string file, int line)
    {
        int header = matcher.Header.Count;
        if (cells.Count <= header || !double.TryParse(cells[header], NumberStyles.Float, CultureInfo.InvariantCulture, out double run) || !double.IsInteger(run) || run < 0)
            throw new ResultStoreException($"{file}({line}): a line has {header} parameters and the run's number, then the data; this one does not.");
        if (matcher.Find([.. cells.Take(header).Select(ParameterValue.FromText)]) is not { } parameters)
            return null;
        int last = cells.FindLastIndex(cell => cell.Length > 0);
        var values = new double[Math.Max(0, last - header)];
        for (int i = 0; i < values.Length; i++)
            values[i] = Number(cells[header + 1 + i], file, line);
        return new RunSeries(parameters, (long)run, [.. Enumerable.Range(0, values.Length).Select(i => (long)i)], values);
    }

    private static double Number(string cell, string file, int line) => cell switch
    {
        "" or "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw new ResultStoreException($"{file}({line}): '{cell}' is no number."),
    };

    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        int position = 0;
        while (true)
        {
            if (position < line.Length && line[position] == '"')
            {
                var cell = new StringBuilder();
                for (position++; position < line.Length; position++)
                {
                    if (line[position] != '"')
                        cell.Append(line[position]);
                    else if (position + 1 < line.Length && line[position + 1] == '"')
                        cell.Append(line[position++]);
                    else
                        break;
                }

                cells.Add(cell.ToString());
                position++;
            }
            else
            {
                int comma = line.IndexOf(',', position);
                int end = comma < 0 ? line.Length : comma;
                cells.Add(line[position..end]);
                position = end;
            }

            if (position >= line.Length)
                return cells;
            position++;
        }
    }
}
