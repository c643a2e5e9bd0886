using SharedSource.Workers;

namespace Workers.Tests;

/// <summary>The program in tests/WorkerHost, beside the tests.</summary>
internal static class HostProgram
{
    public static string FileName => "dotnet";

    public static string[] Arguments(string mode) => [Path.Combine(AppContext.BaseDirectory, "WorkerHost.dll"), mode];

    public static WorkerOptions Options(string mode) => new() { Role = "test", Program = new WorkerProgram(FileName, Arguments(mode)) };
}
