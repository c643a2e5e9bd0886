using System.Collections;

namespace ExpUtils;

/// <summary>All experiments below a folder, in the ordinal order of their paths.</summary>
public sealed class ExperimentCollection : IReadOnlyList<ExperimentFile>
{
    private readonly ExperimentFile[] _files;

    private ExperimentCollection(IEnumerable<ExperimentFile> files) => _files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public int Count => _files.Length;

    /// <summary>The names of all swept parameters, in ordinal order.</summary>
    public IReadOnlyList<string> ParameterNames =>
    [
        .. _files.SelectMany(file => file.Experiment.Sweep.Parameters).Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public ExperimentFile this[int index] => _files[index];

    /// <summary>Reads every <c>.json</c> file below a folder. Files that are no experiments fail the whole.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="relativeTo">The folder that paths are given relative to; null for the current one.</param>
    /// <param name="options">How to read them; null for the defaults.</param>
    /// <exception cref="ExperimentFormatException">A file is no valid experiment.</exception>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static ExperimentCollection Find(string folder, string? relativeTo = null, ExperimentOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new ExperimentCollection(Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Select(path => new ExperimentFile(
            Path.GetRelativePath(relativeTo ?? ".", path).Replace('\\', '/'), ExperimentDescription.Load(path, options))));
    }

    /// <summary>The one experiment whose path has all of some components: folders, or the file's name without extension.</summary>
    /// <param name="components">The components, in any order.</param>
    /// <exception cref="KeyNotFoundException">There is none, or more than one.</exception>
    public ExperimentFile Get(params IReadOnlyCollection<string> components)
    {
        ArgumentNullException.ThrowIfNull(components);
        ExperimentFile[] found = [.. _files.Where(file => components.All(component => file.Components.Contains(component, StringComparer.Ordinal)))];
        string query = string.Join(", ", components);
        return found.Length switch
        {
            1 => found[0],
            0 => throw new KeyNotFoundException($"Could not find an experiment matching '{query}'. There are: {string.Join(", ", _files.Select(file => file.Path))}."),
            _ => throw new KeyNotFoundException($"Found too many experiments for '{query}': {string.Join(", ", found.Select(file => file.Path))}."),
        };
    }

    /// <summary>Groups experiments by one component of their paths, in the order in which it appears.</summary>
    /// <param name="level">Which component: 0 is the first folder. Experiments whose path is shorter are left out.</param>
    public IEnumerable<IGrouping<string, ExperimentFile>> GroupByFolder(int level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        return _files.Where(file => file.Components.Count > level + 1).GroupBy(file => file.Components[level], StringComparer.Ordinal);
    }

    /// <summary>All values of a parameter in the experiments, ascending.</summary>
    /// <param name="name">The parameter's dotted path.</param>
    public IReadOnlyList<ParameterValue> ParameterValues(string name) =>
    [
        .. _files.SelectMany(file => file.Experiment.Sweep.Parameters).Where(parameter => parameter.Name == name).SelectMany(parameter => parameter.Values).Distinct().Order(),
    ];

    /// <inheritdoc/>
    public IEnumerator<ExperimentFile> GetEnumerator() => ((IEnumerable<ExperimentFile>)_files).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
