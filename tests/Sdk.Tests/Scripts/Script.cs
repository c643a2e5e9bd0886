using System.Diagnostics;
using Sdk.Tests.Support;

namespace Sdk.Tests.Scripts;

/// <summary>Calls a script of the repository, as a person does from some other folder.</summary>
internal static class Script
{
    public static ProcessResult Run(string script, params string[] arguments) => Run(script, programs: null, arguments);

    /// <param name="script">The script, relative to the root; or its full path, where it is a copy.</param>
    /// <param name="programs">A folder of programs that stand in for the machine's; none when null.</param>
    /// <param name="arguments">The script's arguments.</param>
    public static ProcessResult Run(string script, TemporaryFolder? programs, params string[] arguments)
    {
        var start = new ProcessStartInfo(Repository.PathOf(script), arguments) { WorkingDirectory = Path.GetTempPath() };
        if (programs is not null)
            start.Environment["PATH"] = programs.Path + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        return ProcessResult.Of(start);
    }

    /// <summary>Copies files under version control to another folder, as another checkout has them.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="prefixes">What their paths begin with; those of the root folder are copied always.</param>
    public static void CopyTracked(TemporaryFolder folder, params string[] prefixes)
    {
        foreach (string file in Repository.TrackedFiles().Where(file => !file.Contains('/') || Array.Exists(prefixes, prefix => file.StartsWith(prefix, StringComparison.Ordinal))))
        {
            string target = Path.Combine(folder.Path, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Repository.PathOf(file), target);
        }
    }
}
