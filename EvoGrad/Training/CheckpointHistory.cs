namespace EvoGrad;

/// <summary>Reports as rows of numbers.</summary>
internal static class CheckpointHistory
{
    public const int Columns = 6;

    public static double[] Row(GenerationReport report) =>
        [report.Generation, report.MeanFitness, report.FitnessDeviation, report.BestFitness, report.BestSoFar, report.GradientNorm];

    public static List<GenerationReport> Reports(double[] numbers)
    {
        var reports = new List<GenerationReport>(numbers.Length / Columns);
        for (int i = 0; i < numbers.Length; i += Columns)
            reports.Add(new((long)numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3], numbers[i + 4], numbers[i + 5]));
        return reports;
    }
}
