using System.Globalization;
using Spectre.Console;

namespace SampleSupport;

/// <summary>Shows how far runs are on the error stream: live bars at a terminal, about ten plain lines a run elsewhere.</summary>
internal sealed class ProgressView(TextWriter error)
{
    private const int PlainReports = 10;

    /// <summary>Runs a job while showing how far it is.</summary>
    public T Follow<T>(Func<Action<RunProgress>, T> job) => Terminal.Shows(error) ? FollowLive(job) : FollowPlainly(job);

    private T FollowLive<T>(Func<Action<RunProgress>, T> job)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var bars = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
                return job(progress =>
                {
                    if (!bars.TryGetValue(progress.Run, out ProgressTask? bar))
                        bars[progress.Run] = bar = context.AddTask(progress.Run.EscapeMarkup(), maxValue: progress.Total);
                    bar.Value = progress.Done;
                    bar.Description = $"{progress.Run}, {progress.Detail}".EscapeMarkup();
                });
            });
    }

    private T FollowPlainly<T>(Func<Action<RunProgress>, T> job)
    {
        var reported = new Dictionary<string, long>(StringComparer.Ordinal);
        return job(progress =>
        {
            long part = progress.Done * PlainReports / Math.Max(1, progress.Total);
            if (part == reported.GetValueOrDefault(progress.Run))
                return;
            reported[progress.Run] = part;
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{progress.Run}: {progress.Done} of {progress.Total}, {progress.Detail}"));
        });
    }
}
