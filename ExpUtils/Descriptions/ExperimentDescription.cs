using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExpUtils;

/// <summary>An experiment: one JSON document that holds everything needed to repeat it, with all values of the swept parameters.</summary>
/// <remarks>
/// The p combinations of the values are numbered from 0; index i means combination i mod p in run ⌊i / p⌋. Everything about a run follows from the file
/// and the index. Immutable, and safe to use from many threads.
/// </remarks>
public sealed partial class ExperimentDescription
{
    private readonly ExperimentOptions _options;
    private readonly JsonSource _source;
    private readonly Lazy<ExpConfig> _config;

    private ExperimentDescription(JsonSource source, string? path, ExperimentOptions options)
    {
        options.Check();
        _options = options;
        _source = source;
        Path = path;
        Document = source.ParseObject();
        Sweep = ReadSweep();
        _config = new Lazy<ExpConfig>(() => options.Config ?? ExpConfig.Find(path is null ? null : System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))));
    }

    /// <summary>The document.</summary>
    public JsonElement Document { get; }

    /// <summary>The file that it came from; null where it was a text.</summary>
    public string? Path { get; }

    /// <summary>The top-level objects that are swept over.</summary>
    public IReadOnlyList<string> SweepKeys => _options.SweepKeys;

    /// <summary>All combinations of the swept parameters.</summary>
    public ParameterSweep Sweep { get; }

    /// <summary>How many combinations there are (p).</summary>
    public long NumPermutations => Sweep.Count;

    /// <summary>The project's settings: those of the options, else of the first <c>config.json</c> from the experiment's folder upwards.</summary>
    /// <exception cref="ExpUtilsException">There are none.</exception>
    /// <exception cref="ExperimentFormatException">The file found is not valid.</exception>
    public ExpConfig Config => _config.Value;

    /// <summary>Reads an experiment file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <exception cref="ExperimentFormatException">It is no valid experiment; all problems are listed with line and column.</exception>
    /// <exception cref="ExpUtilsException">It is larger than the options allow.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ExperimentDescription Load(string path, ExperimentOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ExperimentOptions chosen = options ?? new ExperimentOptions();
        CheckSize(path, chosen);
        return new ExperimentDescription(new JsonSource(File.ReadAllBytes(path), path), path, chosen);
    }

    /// <summary>Reads an experiment file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ExperimentFormatException">It is no valid experiment; all problems are listed with line and column.</exception>
    /// <exception cref="ExpUtilsException">It is larger than the options allow.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<ExperimentDescription> LoadAsync(
        string path, ExperimentOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ExperimentOptions chosen = options ?? new ExperimentOptions();
        CheckSize(path, chosen);
        byte[] content = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        return new ExperimentDescription(new JsonSource(content, path), path, chosen);
    }

    /// <summary>Reads an experiment from a text.</summary>
    /// <param name="json">The document.</param>
    /// <param name="path">The file that it stands for, if any; names of experiments come from it. It is not read.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <exception cref="ExperimentFormatException">It is no valid experiment; all problems are listed with line and column.</exception>
    public static ExperimentDescription Parse(string json, string? path = null, ExperimentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new ExperimentDescription(new JsonSource(Encoding.UTF8.GetBytes(json), path ?? "experiment"), path, options ?? new ExperimentOptions());
    }

    /// <summary>A copy of the swept objects, under their keys: <c>{"metaParameters": {"alpha": [1.0, 0.5]}}</c>.</summary>
    public JsonObject Permutable()
    {
        var swept = new JsonObject();
        foreach (string key in SweepKeys)
            swept[key] = JsonObject.Create(Document.GetProperty(key).Clone());
        return swept;
    }

    /// <summary>What an index means. Indices from p on wrap, into further runs.</summary>
    /// <param name="index">The index. Range: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public Permutation GetPermutation(long index) => new(this, index, GetParameters(index));

    /// <summary>The parameters of an index.</summary>
    /// <param name="index">The index. Range: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public ParameterSet GetParameters(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return Sweep[index % NumPermutations];
    }

    /// <summary>The number of the run (repetition) of an index: how often the combinations have wrapped.</summary>
    /// <param name="index">The index. Range: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public long GetRun(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return index / NumPermutations;
    }

    /// <summary>The index of a combination in a run.</summary>
    /// <param name="permutation">The number of the combination. Range: 0 to p - 1.</param>
    /// <param name="run">The run. Range: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public long GetIndex(long permutation, long run)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(permutation);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(permutation, NumPermutations);
        ArgumentOutOfRangeException.ThrowIfNegative(run);
        return checked(permutation + (run * NumPermutations));
    }

    /// <summary>All indices of a number of runs: every combination in run 0, then in run 1, and so on.</summary>
    /// <param name="runs">How many runs of each combination. Range: at least 0.</param>
    public IEnumerable<long> ListIndices(long runs = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(runs);
        return Count(checked(runs * NumPermutations));

        static IEnumerable<long> Count(long end)
        {
            for (long index = 0; index < end; index++)
                yield return index;
        }
    }

    private static void CheckSize(string path, ExperimentOptions options)
    {
        options.Check();
        long length = new FileInfo(path).Length;
        if (length > options.MaxFileBytes)
        {
            throw new ExpUtilsException(
                $"{path} has {length} bytes; experiment files are read up to {options.MaxFileBytes}. Raise ExperimentOptions.MaxFileBytes if it is meant to be so large.");
        }
    }

    private ParameterSweep ReadSweep()
    {
        List<ExperimentProblem> problems = [];
        List<KeyValuePair<string, JsonElement>> roots = [];
        foreach (string key in SweepKeys)
        {
            if (!Document.TryGetProperty(key, out JsonElement swept))
                problems.Add(_source.ProblemAt([], $"the object '{key}' is missing, which holds the parameters; {{}} would do."));
            else if (swept.ValueKind != JsonValueKind.Object)
                problems.Add(_source.ProblemAt([key], $"'{key}' must be an object, as {{\"alpha\": [0.1, 0.2]}}."));
            else
                roots.Add(KeyValuePair.Create(key, swept));
        }

        if (problems.Count == 0)
        {
            (SweptParameter[] parameters, ParameterLayout layout) = SweepReader.Read(
                roots, isSweep: true, (segments, message) => problems.Add(_source.ProblemAt(segments, message)));
            if (problems.Count == 0)
                return Counted(parameters, layout);
        }

        throw new ExperimentFormatException(_source.Name, problems);
    }

    private ParameterSweep Counted(SweptParameter[] parameters, ParameterLayout layout)
    {
        try
        {
            return new ParameterSweep(parameters, layout, _options.Order);
        }
        catch (OverflowException failure)
        {
            throw new ExperimentFormatException(
                _source.Name, [_source.ProblemAt([SweepKeys[0]], "the sweep has more combinations than 64 bits can number; give fewer values.")], failure);
        }
    }
}
