using ExpUtils.Running;

namespace ExpUtils;

/// <content>Where the journal of an experiment's runs lies.</content>
public sealed partial class ExperimentDescription
{
    /// <summary>The folder with the <see cref="RunJournal"/>: <c>STEM.journal</c> in the experiment's results folder, where STEM is the stem of its file.</summary>
    /// <exception cref="ExpUtilsException">The experiment's results folder cannot be told.</exception>
    public string JournalFolder => System.IO.Path.GetFullPath(BuildResultsContext().Resolve(FileStem + ".journal"));

    /// <summary>The pattern of result folders that the options gave; null where that of the settings holds.</summary>
    internal string? SavePathPattern => _options.SavePath;
}
