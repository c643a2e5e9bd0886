using System.Diagnostics;

namespace L2L.Running.Tests.Support;

/// <summary>The program in tests/L2LHost, beside the tests.</summary>
internal static class HostProgram
{
    public static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "L2LHost.dll");

    public static Process Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end and returns what it printed.</summary>
    public static async Task<string> RunAsync(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        using Process process = Start(arguments, environment);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, await errors);
        return output;
    }
}
