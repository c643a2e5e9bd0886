namespace SharedSource.Workers;

/// <summary>Names of the signals that end processes.</summary>
internal static class ExitSignal
{
    /// <summary>The signal behind an exit code of 128 + its number; null for another code and on Windows.</summary>
    public static string? NameOf(int exitCode) => OperatingSystem.IsWindows()
        ? null
        : (exitCode - 128) switch
        {
            1 => "SIGHUP",
            2 => "SIGINT",
            3 => "SIGQUIT",
            4 => "SIGILL",
            6 => "SIGABRT",
            7 => "SIGBUS",
            8 => "SIGFPE",
            9 => "SIGKILL",
            11 => "SIGSEGV",
            13 => "SIGPIPE",
            15 => "SIGTERM",
            24 => "SIGXCPU",
            25 => "SIGXFSZ",
            31 => "SIGSYS",
            _ => null,
        };
}
