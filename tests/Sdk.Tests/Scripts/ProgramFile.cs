namespace Sdk.Tests.Scripts;

/// <summary>Programs that tests put into a folder.</summary>
internal static class ProgramFile
{
    /// <summary>Writes a program that bash runs.</summary>
    public static void WriteProgram(this TemporaryFolder folder, string name, string body)
    {
        string path = folder.Write(name, $"#!/bin/bash\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
