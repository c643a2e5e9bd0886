using System.Globalization;
using System.Text;

namespace L2L;

/// <summary>
/// The folder of a run, named after its parameters: <c>root/name/parameters</c>, with the folders results, simulation, data and logs in it.
/// </summary>
public sealed class RunDirectory
{
    /// <summary>Names the folder. Nothing is created yet.</summary>
    /// <param name="name">The experiment's name.</param>
    /// <param name="parameters">The parameters that distinguish the run.</param>
    /// <param name="root">The folder that it lies in, which must be there.</param>
    /// <param name="suffix">What the names of its files end with.</param>
    /// <exception cref="DirectoryNotFoundException">The root folder is not there.</exception>
    public RunDirectory(string name, ParameterSet parameters, string root = "results", string suffix = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(suffix);
        if (!Directory.Exists(root))
            throw new DirectoryNotFoundException($"The folder '{root}' for the results is not there; create it first.");
        Parameters = parameters;
        Suffix = suffix;
        Root = Path.Combine(root, name);
        Output = Path.Combine(Root, Describe(parameters));
    }

    /// <summary>The parameters that distinguish the run.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>What the names of its files end with.</summary>
    public string Suffix { get; }

    /// <summary>The folder of all runs of the experiment.</summary>
    public string Root { get; }

    /// <summary>The folder of the run.</summary>
    public string Output { get; }

    /// <summary>The folder for results; created when first asked for.</summary>
    public string Results => Folder("results");

    /// <summary>The folder for the files of simulations; created when first asked for.</summary>
    public string Simulation => Folder("simulation");

    /// <summary>The folder for data; created when first asked for.</summary>
    public string Data => Folder("data");

    /// <summary>The folder for logs; created when first asked for.</summary>
    public string Logs => Folder("logs");

    /// <summary>The path of a file of results.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="extension">The extension, without the dot.</param>
    /// <param name="extra">Further parameters of the file; null for none.</param>
    public string ResultFile(string name, string extension, ParameterSet? extra = null)
    {
        ParameterSet all = new([.. (extra ?? ParameterSet.Empty).Where(pair => !Parameters.ContainsKey(pair.Key)), .. Parameters]);
        return Path.Combine(Results, $"{name}-{Describe(all)}{Suffix}.{extension}");
    }

    /// <summary>
    /// Parameters as the name of a folder: keys and values in ordinal order joined by hyphens, hyphens for underscores in keys, real numbers
    /// with two decimals.
    /// </summary>
    /// <param name="parameters">The parameters.</param>
    /// <remarks>Real numbers that differ only after the second decimal get the same name.</remarks>
    public static string Describe(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var text = new StringBuilder();
        foreach ((string key, ParameterValue value) in parameters)
        {
            if (text.Length > 0)
                text.Append('-');
            text.Append(key.Replace('_', '-')).Append('-');
            text.Append(value.Kind == ParameterKind.Real ? value.AsReal().ToString("F2", CultureInfo.InvariantCulture) : value.ToString());
        }

        return text.ToString();
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(Output, name)).FullName;
}
