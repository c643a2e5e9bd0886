using EpidemicInference.Inference;
using EpidemicInference.Model;

namespace EpidemicInference.Report;

/// <summary>The counts with the posterior predictive bands.</summary>
internal static class PredictiveFigure
{
    public static Figure Draw(PosteriorPredictive exact, PosteriorPredictive? emulated)
    {
        var canvas = new SvgCanvas(760, 400, "Pupils in bed per day with the posterior predictive band");
        double top = Math.Ceiling(exact.Quantiles[^1].Max() / 50) * 50;
        var frame = new PlotFrame(canvas, new Axis(0, SchoolOutbreak.Days, 64, 744), new Axis(0, top, 346, 14));
        frame.DrawAxes("day", "pupils in bed", xTicks: 14, yTicks: 6);
        frame.Band(exact.Days, exact.Quantiles[0], exact.Quantiles[4], "fill exact faint");
        frame.Band(exact.Days, exact.Quantiles[1], exact.Quantiles[3], "fill exact medium");
        frame.Line(exact.Days, exact.Quantiles[2], "line exact");
        if (emulated is not null)
        {
            frame.Line(emulated.Days, emulated.Quantiles[0], "line emulated dashed thin");
            frame.Line(emulated.Days, emulated.Quantiles[4], "line emulated dashed thin");
            frame.Line(emulated.Days, emulated.Quantiles[2], "line emulated dashed");
        }

        frame.Dots(Counts(), 4, "dot data");
        if (emulated is null)
            frame.Legend(535, 34, ("dot data", "counted"), ("line exact", "median, exact"), ("fill exact core", "50 %, exact"), ("fill exact faint", "95 %, exact"));
        else
            frame.Legend(535, 34, ("dot data", "counted"), ("line exact", "median, exact"), ("fill exact core", "50 %, exact"), ("fill exact faint", "95 %, exact"), ("line emulated dashed", "median and 95 %, emulated"));

        int inside95 = exact.CountsBetween(0, 4);
        int inside50 = exact.CountsBetween(1, 3);
        string caption = $"{inside95} of the {SchoolOutbreak.Days} counts lie in the 95 % predictive band and {inside50} in the 50 % band. " +
            "The bands mix the negative binomial counts of 1,000 posterior samples.";
        (int first, int last) = exact.LongestRunAboveMedian();
        if (last - first >= 3)
            caption += $" The counts of days {first} to {last} all lie above the median: the shape of the model's epidemic is not quite that of the real one.";
        if (emulated is not null)
        {
            double gap = 0;
            for (int level = 0; level < exact.Quantiles.Length; level++)
                gap = Math.Max(gap, exact.Quantiles[level].Zip(emulated.Quantiles[level], (a, b) => Math.Abs(a - b)).Max());
            caption += $" The emulated run draws the same bands: the largest distance between two of its quantiles and the exact ones is {gap:F0} pupils.";
        }

        return new Figure("predictive", "Data and posterior predictive", canvas.ToString(), caption);
    }

    private static List<(double X, double Y)> Counts()
    {
        var counts = new List<(double X, double Y)>();
        for (int day = 1; day <= SchoolOutbreak.Days; day++)
            counts.Add((day, SchoolOutbreak.InBed[day - 1]));
        return counts;
    }
}
