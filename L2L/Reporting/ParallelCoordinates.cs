using System.Globalization;

namespace L2L;

/// <summary>Individuals as lines across an axis for each parameter, the best ones in colour.</summary>
internal static class ParallelCoordinates
{
    private const double Width = 820;
    private const double Top = 28;
    private const double Bottom = 300;
    private const int MostLines = 250;
    private const int MostAxes = 12;

    public static Figure Create(ReportData data)
    {
        ReportColumn[] columns = [.. data.Columns.Take(MostAxes)];
        Evaluation[] ranked = [.. data.Evaluations.Where(static e => !e.IsFailure).OrderByDescending(data.Weighted)];
        int good = Math.Max(1, ranked.Length / 20);
        Evaluation[] others = [.. ranked.Skip(good)];
        others = [.. others.Where((_, i) => i % (1 + others.Length / MostLines) == 0)];
        Evaluation[] best = [.. ranked.Take(good).Where((_, i) => i % (1 + good / MostLines) == 0)];

        var canvas = new SvgCanvas(Width, Bottom + 70, "Parameters of the individuals side by side");
        Axis[] axes = [.. columns.Select(column => AxisOf(column, ranked))];
        canvas.Path(others.SelectMany(e => Lines(e, columns, axes)), "line thin neutral");
        canvas.Path(best.SelectMany(e => Lines(e, columns, axes)), "line thin series series1");
        canvas.Path(best.Take(1).SelectMany(e => Lines(e, columns, axes)), "line series series0");
        for (int i = 0; i < columns.Length; i++)
            Draw(canvas, columns[i], axes[i], Place(i, columns.Length));
        canvas.Text(40, Bottom + 52, "blue: the best individual; orange: the best twentieth; grey: others", "legend");
        string rest = data.Columns.Count > MostAxes ? $" {data.Columns.Count - MostAxes} more parameters are not drawn." : "";
        return new Figure("parallel", "Parameters side by side", canvas.ToString(), $"Each line is an individual; its height on an axis is the parameter's value.{rest}");
    }

    private static Axis AxisOf(ReportColumn column, IEnumerable<Evaluation> evaluations)
    {
        double[] values = [.. evaluations.Select(e => column.ValueOf(e.Individual)).Where(double.IsFinite).DefaultIfEmpty(0)];
        (double low, double high) = (values.Min(), values.Max());
        return low < high ? new Axis(low, high, Bottom, Top, column.IsLog) : new Axis(low - 1, high + 1, Bottom, Top);
    }

    private static double Place(int axis, int count) => count == 1 ? Width / 2 : 60 + axis * (Width - 120) / (count - 1);

    // A line has a gap where the individual does not have the parameter.
    private static IEnumerable<IReadOnlyList<(double X, double Y)>> Lines(Evaluation evaluation, ReportColumn[] columns, Axis[] axes)
    {
        var line = new List<(double X, double Y)>();
        for (int i = 0; i < columns.Length; i++)
        {
            double value = columns[i].ValueOf(evaluation.Individual);
            if (double.IsFinite(value))
            {
                line.Add((Place(i, columns.Length), axes[i].Map(value)));
                continue;
            }

            yield return line;
            line = [];
        }

        yield return line;
    }

    private static void Draw(SvgCanvas canvas, ReportColumn column, Axis axis, double x)
    {
        canvas.Line(x, Top, x, Bottom, "axis");
        canvas.Text(x, Bottom + 18, column.Title.Length > 12 ? column.Title[..11] + "…" : column.Title, "tick middle");
        if (column.Categories.Count > 0)
        {
            for (int i = 0; i < column.Categories.Count; i++)
                canvas.Text(x + 5, axis.Map(i) + 4, column.Categories[i], "note");
            return;
        }

        canvas.Text(x, Top - 8, axis.High.ToString("G3", CultureInfo.InvariantCulture), "tick middle");
        canvas.Text(x, Bottom + 32, axis.Low.ToString("G3", CultureInfo.InvariantCulture), "tick middle");
    }
}
