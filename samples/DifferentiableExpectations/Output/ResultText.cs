using DifferentiableExpectations.Demos;

namespace DifferentiableExpectations.Output;

/// <summary>The results as a table.</summary>
internal static class ResultText
{
    public static TextTable Table(IReadOnlyList<DemoResult> results)
    {
        var table = new TextTable("Where the runs ended", "demonstration", "seed", "outcome", "target");
        foreach (DemoResult result in results)
        {
            foreach (DemoRun run in result.Runs)
            {
                string target = !result.IsFull ? "not a full run" : result.Demo.Reaches(run) ? "reached" : "missed";
                table.Add(result.Demo.Name, FormattableString.Invariant($"{run.Seed}"), result.Demo.Outcome(run), target);
            }
        }

        return table;
    }
}
