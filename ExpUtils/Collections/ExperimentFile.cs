namespace ExpUtils;

/// <summary>An experiment's file in a collection.</summary>
/// <param name="Path">The file, relative to the folder that the collection is relative to, with forward slashes.</param>
/// <param name="Experiment">The experiment.</param>
public sealed record ExperimentFile(string Path, ExperimentDescription Experiment)
{
    /// <summary>The folders of the path, then the file's name without extension.</summary>
    public IReadOnlyList<string> Components { get; } = [.. System.IO.Path.ChangeExtension(Path, null).Split('/')];
}
