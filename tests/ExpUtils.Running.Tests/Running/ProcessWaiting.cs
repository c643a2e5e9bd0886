using System.Diagnostics;

namespace ExpUtils.Running.Tests.Running;

internal static class ProcessWaiting
{
    /// <summary>Waits for the end and gives the exit code; a process that hangs is killed.</summary>
    public static async Task<int> WaitAsync(this Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        finally
        {
            process.Dispose();
        }
    }
}
