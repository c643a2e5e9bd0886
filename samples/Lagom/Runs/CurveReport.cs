using System.Globalization;
using Lagom.Rl;

namespace LagomHost.Runs;

/// <summary>The report of an experiment: the evaluations of all seeds while they learnt, their mean and its confidence interval.</summary>
internal static class CurveReport
{
    public const string FileName = "report.html";

    public static string Write(TrainingPlan plan, ExperimentResult result)
    {
        string path = Path.Combine(result.Directory, FileName);
        IReadOnlyList<LearningCurve> curves = LearningCurves.Read(result.Directory, "evaluation/return_mean", new LearningCurveOptions { FileName = "metrics.jsonl" });
        string lead = string.Create(CultureInfo.InvariantCulture, $"{result.Finished.Count()} runs of {plan.Steps} environment steps; the policy is evaluated with its most likely actions.");
        new LearningCurveReport($"{plan.Algorithm} on {plan.Environment}", lead)
            .Add("Return of evaluations", curves, new LearningCurveFigure
            {
                XTitle = "environment steps",
                YTitle = "mean return",
                Levels = TrainingExperiment.Registry.Spec(plan.Environment).RewardThreshold is { } threshold ? [(threshold, "solved")] : [],
            })
            .Add(result)
            .Save(path);
        return path;
    }
}
