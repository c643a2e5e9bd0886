using System.Globalization;
using SharedSource;

namespace L2L;

/// <summary>Best and median fitness over the generations.</summary>
internal static class FitnessFigure
{
    public static Figure Create(ReportData data)
    {
        int count = data.Trajectory.Generations.Count;
        var x = new double[count];
        var best = new double[count];
        var generationBest = new double[count];
        var (low, median, high) = (new double[count], new double[count], new double[count]);
        Evaluation? bestSoFar = null;
        for (int g = 0; g < count; g++)
        {
            Generation generation = data.Trajectory.Generations[g];
            Evaluation[] valid = [.. generation.Evaluations.Where(static e => !e.IsFailure)];
            double[] shown = [.. valid.Select(data.Shown).Order()];
            Evaluation? own = valid.MaxBy(data.Weighted);
            if (own is not null && (bestSoFar is null || data.Weighted(own) > data.Weighted(bestSoFar)))
                bestSoFar = own;
            x[g] = generation.Number;
            best[g] = bestSoFar is null ? double.NaN : data.Shown(bestSoFar);
            generationBest[g] = own is null ? double.NaN : data.Shown(own);
            (low[g], median[g], high[g]) = (SortedQuantile.Of(shown, 0.25), SortedQuantile.Of(shown, 0.5), SortedQuantile.Of(shown, 0.75));
        }

        IEnumerable<double> all = best.Concat(low).Concat(high).Where(double.IsFinite);
        string title = data.Objectives == 1 ? "fitness" : "weighted fitness";
        var chart = new LineChart("Best and median fitness over the generations", "generation", title,
        [
            new ChartSeries("best so far", x, best),
            new ChartSeries("best of the generation", x, generationBest) { Dots = true },
            new ChartSeries("median and quartiles", x, median) { Low = low, High = high },
        ])
        {
            LogarithmicY = all.All(static y => y > 0) && all.DefaultIfEmpty(1).Max() > 50 * all.DefaultIfEmpty(1).Min(),
        };
        return new Figure("fitness", "Fitness over the generations", chart.ToSvg(), string.Create(
            CultureInfo.InvariantCulture, $"The best individual so far, the best one of each generation, and the median with the middle half. The last best is {best[^1]:G6}."));
    }
}
