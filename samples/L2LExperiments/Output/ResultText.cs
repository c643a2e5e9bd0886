using System.Globalization;

namespace L2LExperiments.Output;

/// <summary>What a run writes: a table on the standard output, a report, exports.</summary>
internal static class ResultText
{
    private const int MostElements = 6;

    public static TextTable Table(ExperimentResult result)
    {
        var table = new TextTable($"{result.Trajectory.Name}: {result.Optimizer.Generations} generations, {result.Evaluations} evaluations, ended because of {result.StopReason}", "", "");
        table.Add("best fitness", string.Join(", ", result.BestFitness.ToArray().Select(Number)));
        table.Add("found in generation", result.BestIndividual.Generation.ToString(CultureInfo.InvariantCulture));
        foreach ((string name, ParameterValue value) in result.BestIndividual.Parameters)
            table.Add(name, Text(value));
        if (result.Optimizer.Front.Count > 1)
            table.Add("front", $"{result.Optimizer.Front.Count} individuals");
        return table;
    }

    public static IEnumerable<string> WriteFiles(Trajectory trajectory, string folder, IEnumerable<string> exports)
    {
        string report = Path.Combine(folder, "report.html");
        TrajectoryReport.Write(trajectory, report);
        yield return report;
        foreach (string kind in exports)
        {
            string path = Path.Combine(folder, $"trajectory.{kind}");
            switch (kind)
            {
                case "csv":
                    TrajectoryExport.ToCsv(trajectory, path);
                    break;
                case "json":
                    TrajectoryExport.ToJson(trajectory, path);
                    break;
                default:
                    TrajectoryExport.ToNpz(trajectory, path);
                    break;
            }

            yield return path;
        }
    }

    private static string Text(ParameterValue value)
    {
        if (value.Kind != ParameterKind.Vector)
            return value.Kind == ParameterKind.Real ? Number(value.AsReal()) : value.ToString();
        double[] numbers = value.AsVector().ToArray();
        return string.Join(", ", numbers.Take(MostElements).Select(Number)) + (numbers.Length > MostElements ? $", ... ({numbers.Length} numbers)" : "");
    }

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
