using System.Globalization;

namespace L2L;

/// <summary>The individuals by their first two objectives, and the front of those that no other one beats.</summary>
internal static class ParetoFigure
{
    private const int MostDots = 2000;

    public static Figure Create(ReportData data)
    {
        Evaluation[] valid = [.. data.Evaluations.Where(e => !e.IsFailure && e.Fitness.Length == data.Objectives)];
        Evaluation[] drawn = [.. valid.Where((_, i) => i % (1 + valid.Length / MostDots) == 0)];
        Evaluation[] front = [.. data.Front.OrderBy(static e => e.Fitness[0])];
        var chart = new LineChart("Individuals by their objectives", Title(data, 0), Title(data, 1),
        [
            new ChartSeries("individuals", Column(drawn, 0), Column(drawn, 1)) { Dots = true, Colour = 7 },
            new ChartSeries("front", Column(front, 0), Column(front, 1)) { Dots = true, Colour = 1 },
        ]);
        string more = data.Objectives > 2 ? $" The front is that of all {data.Objectives} objectives." : "";
        return new Figure("front", "Pareto front", chart.ToSvg(), $"{front.Length} of {valid.Length} individuals are beaten by no other one in every objective.{more}");
    }

    private static string Title(ReportData data, int objective) => string.Create(
        CultureInfo.InvariantCulture, $"fitness[{objective}], {(data.Weights.Values[objective] < 0 ? "the smaller the better" : "the larger the better")}");

    private static double[] Column(Evaluation[] evaluations, int objective) => Array.ConvertAll(evaluations, e => e.Fitness[objective]);
}
