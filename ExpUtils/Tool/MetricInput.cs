using System.CommandLine;
using ExpUtils.Reports;

namespace ExpUtils.Tool;

/// <summary>The options that say what is measured and which values are better.</summary>
internal sealed class MetricInput
{
    private readonly Option<string?> _metric = new("--metric") { Description = "The metric; may be left out where there is only one." };
    private readonly Option<string> _prefer = new("--prefer") { Description = "Which values are better: smaller or larger.", Required = true };
    private readonly Option<double> _percent = CommandOptions.Positive("--percent", "The share of each curve, from its end, whose mean is the score; at most 1.", 0.1);

    public MetricInput()
    {
        _metric.Aliases.Add("-m");
        _prefer.AcceptOnlyFromAmong("smaller", "larger");
    }

    public MetricInput AddTo(Command command)
    {
        command.Options.Add(_metric);
        command.Options.Add(_prefer);
        command.Options.Add(_percent);
        return this;
    }

    public ReportOptions Read(ParseResult parsed, IResultStore store) => new()
    {
        Metric = MetricOf(parsed.GetValue(_metric), store),
        Preference = parsed.GetValue(_prefer) == "larger" ? Preference.Larger : Preference.Smaller,
        Percent = parsed.GetValue(_percent),
    };

    public static string MetricOf(string? given, IResultStore store)
    {
        if (given is not null)
            return given;
        IReadOnlyList<string> metrics = store.Metrics();
        return metrics.Count switch
        {
            0 => throw new ExpUtilsException("No run is complete yet, so there are no results."),
            1 => metrics[0],
            _ => throw new ArgumentException($"Which metric? Give --metric with one of: {string.Join(", ", metrics)}."),
        };
    }
}
