using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ExpUtils.Running;

/// <summary>Asks processes to end.</summary>
internal static class ProcessSignals
{
    private const int Terminate = 15;

    /// <summary>Sends SIGTERM, so that the program may tidy up; on Windows, where there is none, kills it.</summary>
    public static void AskToEnd(Process process)
    {
        if (process.HasExited)
            return;
        if (OperatingSystem.IsWindows())
            process.Kill(entireProcessTree: true);
        else
            _ = Kill(process.Id, Terminate);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
