using System.Diagnostics;

/// <summary>What the worker does for each request of the tests.</summary>
internal static class Answers
{
    public static async ValueTask<string> AnswerAsync(string request)
    {
        switch (request)
        {
            case "throw":
                throw new InvalidOperationException("The simulation blew up.");
            case "overflow":
                return Overflow(0).ToString(System.Globalization.CultureInfo.InvariantCulture);
            case "hang":
                while (true)
                    Thread.SpinWait(1000);
            case "wait":
                await Task.Delay(Timeout.Infinite);
                break;
            case "exit":
                Console.Error.WriteLine("I leave.");
                Environment.Exit(7);
                break;
            case "kill":
                Process.GetCurrentProcess().Kill();
                break;
            case "id":
                return Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
            case "variable":
                return Environment.GetEnvironmentVariable("WORKER_TEST") ?? "";
        }

        return $"<{request}>";
    }

    private static int Overflow(int depth) => depth < 0 ? 0 : Overflow(depth + 1) + 1;
}
