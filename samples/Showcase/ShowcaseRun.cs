using Microsoft.Extensions.Logging;
using Showcase.Comparing;
using Showcase.Hosting;
using Showcase.Policies;
using Showcase.Refining;
using Showcase.Report;
using Showcase.Tuning;

namespace Showcase;

/// <summary>The stages, one after the other. Each stores what it has done, so that a run that was ended goes on there.</summary>
internal sealed class ShowcaseRun(
    ShowcaseSettings settings, StateFolder folder, EmulatedSearch search, TuningStage tuning, VerificationStage verification, ComparisonStage comparison,
    RefinementStage refinement, MetricTotals metrics, ILogger<ShowcaseRun> logger)
{
    /// <summary>The name of the report in the folder.</summary>
    public const string ReportName = "report.html";

    /// <summary>Runs what is missing, and writes the report.</summary>
    public async Task<ShowcaseResult> RunAsync(Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        Begin(TuningStage.Name);
        await tuning.RunAsync(progress, cancellationToken);
        Begin(VerificationStage.Name);
        Verification verified = verification.Run(progress, cancellationToken);
        Begin(ComparisonStage.Name);
        (Comparison compared, double[] policy) = await comparison.RunAsync(verified.Winner, progress, cancellationToken);
        Begin(RefinementStage.Name);
        Refinement refined = refinement.Run(policy, progress, cancellationToken);
        var result = new ShowcaseResult(settings, search.Calls, verified, compared, refined);

        Animation.Save(refined.Policy, folder["policy.gif"]);
        OutputFile.Write(folder[ReportName], ShowcaseReport.Write(result, metrics.Totals, await File.ReadAllBytesAsync(folder["policy.gif"], cancellationToken)));
        Log.Done(logger, "The run");
        return result;
    }

    private void Begin(string stage) => Log.Begins(logger, stage);
}
