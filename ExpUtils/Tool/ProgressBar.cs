using System.Globalization;
using ExpUtils.Running;
using Spectre.Console;

namespace ExpUtils.Tool;

/// <summary>Shows how far runs are on the error stream: a live bar at a terminal, about ten plain lines elsewhere.</summary>
internal static class ProgressBar
{
    private const int PlainReports = 10;

    public static async Task<RunSummary> FollowAsync(ToolContext context, Func<IProgress<RunProgress>, Task<RunSummary>> run)
    {
        if (!context.IsWatched)
            return await run(new Plain(context));
        return await context.ErrorConsole().Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(bars => run(new Live(bars.AddTask("runs"))));
    }

    private static string Describe(RunProgress progress)
    {
        string rest = progress.Remaining is { } remaining ? string.Create(CultureInfo.InvariantCulture, $", about {remaining:hh\\:mm\\:ss} left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Done} of {progress.Total} done, {progress.Failed} failed, {progress.Running} running{rest}");
    }

    private sealed class Live(ProgressTask bar) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            bar.MaxValue = Math.Max(1, value.Total);
            bar.Value = value.Done + value.Failed;
            bar.Description = Describe(value);
        }
    }

    private sealed class Plain(ToolContext context) : IProgress<RunProgress>
    {
        private readonly Lock _lock = new();
        private int _reported;

        public void Report(RunProgress value)
        {
            if (context.IsJson)
                return;
            lock (_lock)
            {
                int part = (value.Done + value.Failed) * PlainReports / Math.Max(1, value.Total);
                if (part <= _reported)
                    return;
                _reported = part;
                context.Error.WriteLine(Describe(value));
            }
        }
    }
}
