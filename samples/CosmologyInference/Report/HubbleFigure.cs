using CosmologyInference.Inference;
using CosmologyInference.Model;

namespace CosmologyInference.Report;

/// <summary>The data with the best universe, and what is left when that is taken away.</summary>
internal static class HubbleFigure
{
    private const int Places = 120;

    public static Figure Draw(CosmologyModel model, RunResult exact)
    {
        var canvas = new SvgCanvas(760, 520, "Distance modulus against redshift, and residuals");
        double[] mean = exact.Mean;
        var universe = new Universe(mean[0], mean[1]);
        double[] redshifts = [.. Enumerable.Range(0, Places).Select(i => 0.014 * Math.Pow(1.4 / 0.014, i / (Places - 1.0)))];
        var across = new Axis(0.012, 1.5, 64, 744, Logarithmic: true);

        var upper = new PlotFrame(canvas, across, new Axis(33, 46, 300, 14));
        upper.DrawAxes(null, "distance modulus, mag", xLabels: false);
        upper.Dots(model.Survey.Select(s => (s.Redshift, s.Modulus)), 2.4, "dot data");
        upper.Line(redshifts, [.. redshifts.Select(z => universe.Modulus(z) + mean[2])], "line exact");
        upper.Legend(90, 40, ("dot data", "simulated supernovae"), ("line exact", "posterior mean"), ("line neutral", "matter only"));
        var empty = new Universe(1, -1);
        upper.Line(redshifts, [.. redshifts.Select(z => empty.Modulus(z) + mean[2])], "line neutral");

        var vertical = new Axis(-0.8, 0.8, 470, 330);
        var lower = new PlotFrame(canvas, across, vertical);
        lower.DrawAxes("redshift z", "residual, mag", yTicks: 4);
        foreach (Supernova s in model.Survey)
        {
            double residual = s.Modulus - universe.Modulus(s.Redshift) - mean[2];
            canvas.Line(across.Map(s.Redshift), vertical.Map(residual - s.Error), across.Map(s.Redshift), vertical.Map(residual + s.Error), "bar");
        }

        lower.Dots(model.Survey.Select(s => (s.Redshift, s.Modulus - universe.Modulus(s.Redshift) - mean[2])), 2.2, "dot data");
        lower.Line([redshifts[0], redshifts[^1]], [0, 0], "line exact");
        lower.Line(redshifts, [.. redshifts.Select(z => empty.Modulus(z) - universe.Modulus(z))], "line neutral");
        double chi = model.Survey.Sum(s => Math.Pow((s.Modulus - universe.Modulus(s.Redshift) - mean[2]) / s.Error, 2));
        string caption = $"{model.Survey.Count} simulated supernovae; no observation is in here. The universe of the posterior mean leaves χ² = {chi:F0}. " +
            "Without dark energy distant supernovae would be brighter than they are (grey).";
        return new Figure("hubble", "Distances against redshift", canvas.ToString(), caption);
    }
}
