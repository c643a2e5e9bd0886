using System.Globalization;

namespace ExpUtils.Running.Tests;

/// <summary>A project in a temporary folder: settings, one experiment over x, faults, and the program that does its runs.</summary>
internal sealed class Project : IDisposable
{
    public Project(string values = "[0.5, 1.0, 1.5, 2.0]", string? folder = null)
    {
        Folder = Directory.CreateDirectory(Path.Combine(folder ?? Path.GetTempPath(), $"exp tests-{Guid.NewGuid():N}")).FullName;
        System.IO.File.WriteAllText(Path.Combine(Folder, "config.json"), """{"save_path": "results/{name}/{params}"}""");
        File = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "experiments", "sine")).FullName, "it's $(x).json");
        System.IO.File.WriteAllText(File, $$$"""{"metaParameters": {"x": {{{values}}}}}""");
        Faults = Directory.CreateDirectory(Path.Combine(Folder, "faults")).FullName;
    }

    public string Folder { get; }

    public string File { get; }

    public string Faults { get; }

    public ExperimentDescription Experiment => ExperimentDescription.Load(File);

    public RunJournal Journal => new(Experiment);

    /// <summary>The program, which does what <see cref="Fault"/> says.</summary>
    public static RunCommand Host => new(["dotnet", Program("ExpUtils.RunHost")]);

    /// <summary>The path of another project's program, built beside this one.</summary>
    public static string Program(string name)
    {
        // artifacts/bin/NAME/CONFIGURATION of this project and of that.
        string output = TestContext.CurrentContext.TestDirectory;
        return Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(output))!, name, Path.GetFileName(output), name + ".dll");
    }

    public void Fault(long index, string what) => System.IO.File.WriteAllText(Path.Combine(Faults, index.ToString(CultureInfo.InvariantCulture)), what);

    public void NoFaults() => Array.ForEach(Directory.GetFiles(Faults), System.IO.File.Delete);

    /// <summary>All results, by path below the results folder.</summary>
    public SortedDictionary<string, string> Results()
    {
        string results = Path.Combine(Folder, "results");
        return new SortedDictionary<string, string>(
            Directory.EnumerateFiles(results, "*.txt", SearchOption.AllDirectories).Where(path => !path.Contains(".journal"))
                .ToDictionary(path => Path.GetRelativePath(results, path), System.IO.File.ReadAllText), StringComparer.Ordinal);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
