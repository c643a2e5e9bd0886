using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ExpUtils;

/// <summary>The results of an experiment's combinations, and which are missing.</summary>
public static class ExperimentResults
{
    /// <summary>One result per combination, in the order of their numbers, from files. Nothing is read yet.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="file">
    /// The file's name in each save path. <c>.npy</c>: an array of a curve, or of runs × steps; where the save path holds <c>{run}</c>, one file per run.
    /// All others are PyExpUtils's CSV files, in the save path of index 0; without an extension, <c>.csv</c> is added, and batches are found.
    /// </param>
    /// <param name="runs">How many runs to look for where the save path holds <c>{run}</c>. Range: at least 1.</param>
    /// <param name="baseFolder">The folder that save paths are relative to; null for the project's root.</param>
    /// <param name="logger">Told of results that are missing; null for nobody.</param>
    /// <exception cref="ExpUtilsException">A save path cannot be made.</exception>
    public static IEnumerable<Result> LoadResults(
        this ExperimentDescription experiment, string file, long runs = 1, string? baseFolder = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        return file.EndsWith(".npy", StringComparison.OrdinalIgnoreCase)
            ? NumpyResults(experiment, file, runs, baseFolder, logger)
            : CsvResults(experiment, file, baseFolder, logger);
    }

    /// <summary>One result per combination, in the order of their numbers, from a store's completed runs. The store is read when the first is asked for.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="store">The store.</param>
    /// <param name="metric">The metric.</param>
    public static IEnumerable<Result> LoadResults(this ExperimentDescription experiment, IResultStore store, string metric)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrEmpty(metric);
        return FromSeries(experiment, $"metric {metric}", () => store.Read(metric), null);
    }

    /// <summary>One result per combination, in the order of their numbers, from a series per run.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="series">The series, as of <see cref="PyExpUtilsDatabase.Read"/>.</param>
    /// <param name="source">What messages call their source.</param>
    public static IEnumerable<Result> ToResults(this IEnumerable<RunSeries> series, ExperimentDescription experiment, string source = "the series")
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(experiment);
        return FromSeries(experiment, source, () => series, null);
    }

    /// <summary>
    /// The indices whose folder does not exist, ascending. What is in a folder does not matter; where the save path lacks <c>{run}</c>, all runs of a
    /// combination share one. <see cref="ResultStoreExtensions.ListMissing"/> looks at the runs themselves.
    /// </summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="runs">How many runs of each combination are wanted. Range: at least 0.</param>
    /// <param name="baseFolder">The folder that save paths are relative to; null for the project's root.</param>
    /// <exception cref="ExpUtilsException">A save path cannot be made.</exception>
    public static IEnumerable<long> ListMissingResults(this ExperimentDescription experiment, long runs = 1, string? baseFolder = null)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return experiment.ListIndices(runs).Where(index => !Directory.Exists(experiment.BuildSaveContext(index, baseFolder).Folder));
    }

    private static IEnumerable<Result> NumpyResults(ExperimentDescription experiment, string file, long runs, string? baseFolder, ILogger? logger)
    {
        for (long index = 0; index < experiment.NumPermutations; index++)
        {
            long permutation = index;
            string path = experiment.BuildSaveContext(index, baseFolder).Resolve(file);
            yield return new Result(path, index, experiment.GetParameters(index), () => ReadArrays(experiment, permutation, file, runs, baseFolder), logger);
        }
    }

    private static CurveSet ReadArrays(ExperimentDescription experiment, long permutation, string file, long runs, string? baseFolder)
    {
        List<double[]> curves = [];
        List<long> numbers = [];
        string? last = null;
        for (long run = 0; run < runs; run++)
        {
            string path = experiment.BuildSaveContext(experiment.GetIndex(permutation, run), baseFolder).Resolve(file);
            if (path == last || (!File.Exists(path) && runs > 1))
                continue;
            last = path;
            NumpyArray array = NumpyFile.Read(path);
            if (array.Shape.Count > 2)
                throw new InvalidDataException($"{path} has {array.Shape.Count} dimensions; results have one (steps) or two (runs × steps).");
            int steps = array.Shape.Count == 0 ? 1 : array.Shape[^1];
            int rows = array.Shape.Count == 2 ? array.Shape[0] : 1;
            for (int row = 0; row < rows; row++)
            {
                curves.Add(array.Values[(row * steps)..((row + 1) * steps)]);
                numbers.Add(run + row);
            }
        }

        return curves.Count > 0
            ? new CurveSet(curves, numbers)
            : throw new FileNotFoundException(string.Create(CultureInfo.InvariantCulture, $"none of the first {runs} runs has a file {file}."));
    }

    private static IEnumerable<Result> CsvResults(ExperimentDescription experiment, string file, string? baseFolder, ILogger? logger)
    {
        string path = experiment.BuildSaveContext(0, baseFolder).Resolve(file);
        return FromSeries(experiment, path, () => ResultCsv.Read(path, experiment), logger);
    }

    // One reading serves all results of the set.
    private static IEnumerable<Result> FromSeries(ExperimentDescription experiment, string source, Func<IEnumerable<RunSeries>> read, ILogger? logger)
    {
        var all = new Lazy<Dictionary<ParameterSet, List<RunSeries>>>(() => Group(read()), LazyThreadSafetyMode.PublicationOnly);
        return All();

        IEnumerable<Result> All()
        {
            for (long index = 0; index < experiment.NumPermutations; index++)
            {
                ParameterSet parameters = experiment.GetParameters(index);
                yield return new Result(source, index, parameters, () => Curves(all.Value, parameters, source), logger);
            }
        }
    }

    private static Dictionary<ParameterSet, List<RunSeries>> Group(IEnumerable<RunSeries> series)
    {
        Dictionary<ParameterSet, List<RunSeries>> groups = [];
        foreach (RunSeries run in series)
        {
            if (!groups.TryGetValue(run.Parameters, out List<RunSeries>? group))
                groups.Add(run.Parameters, group = []);
            group.Add(run);
        }

        return groups;
    }

    private static CurveSet Curves(Dictionary<ParameterSet, List<RunSeries>> groups, ParameterSet parameters, string source)
    {
        if (!groups.TryGetValue(parameters, out List<RunSeries>? runs))
            throw new ResultStoreException($"There is no run of {parameters} in {source}.");
        runs.Sort((left, right) => left.Run.CompareTo(right.Run));
        return new CurveSet([.. runs.Select(run => run.Values)], [.. runs.Select(run => run.Run)]);
    }
}
