using ExpUtils.Running;

namespace ExpUtils;

/// <content>Where the journal of an experiment's runs lies.</content>
public sealed partial class ExperimentDescription
{
    private const string JournalDirectory = ".runs";

    /// <summary>The pattern of result folders that the options gave; null where that of the settings holds.</summary>
    internal string? SavePathPattern => _options.SavePath;

    /// <summary>
    /// The folder with the <see cref="RunJournal"/>: <c>.runs</c> in the part of the save path before its first placeholder, and in it the name and the
    /// file's own name, so that two experiments of one folder stay apart.
    /// </summary>
    /// <exception cref="ExpUtilsException">There are no settings, or the name would lead out of the results folder.</exception>
    public string JournalFolder
    {
        get
        {
            string pattern = EnvironmentText.Expand(_options.SavePath ?? Config.SavePath, "The save path");
            string literal = pattern.Split('{')[0];
            literal = literal[..(literal.LastIndexOf('/') + 1)];
            string stem = Path is null ? DefaultName : System.IO.Path.GetFileNameWithoutExtension(Path);
            string below = new SavePathTemplate("{name}/{stem}").Fill(
                placeholder => placeholder == "name" ? (Name, true) : (stem, false), () => [], SavePathFormat.Portable);
            return System.IO.Path.GetFullPath(System.IO.Path.Combine(Root(), literal, JournalDirectory, below));
        }
    }
}
