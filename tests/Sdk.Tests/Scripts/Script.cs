using System.Diagnostics;
using Sdk.Tests.Support;

namespace Sdk.Tests.Scripts;

/// <summary>Calls a script of the repository, as a person does from some other folder.</summary>
internal static class Script
{
    public static ProcessResult Run(string script, params string[] arguments) => Run(script, programs: null, arguments);

    /// <param name="script">The script, relative to the root.</param>
    /// <param name="programs">A folder of programs that stand in for the machine's; none when null.</param>
    /// <param name="arguments">The script's arguments.</param>
    public static ProcessResult Run(string script, TemporaryFolder? programs, params string[] arguments)
    {
        var start = new ProcessStartInfo(Repository.PathOf(script), arguments) { WorkingDirectory = Path.GetTempPath() };
        if (programs is not null)
            start.Environment["PATH"] = programs.Path + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        return ProcessResult.Of(start);
    }
}
