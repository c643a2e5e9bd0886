using System.Globalization;
using System.Text;
using CosmologyInference.Inference;
using CosmologyInference.Model;

namespace CosmologyInference.Report;

/// <summary>The report page: one file, drawings inside, nothing loaded from anywhere.</summary>
internal static class CosmologyReport
{
    public static string Write(JobSettings settings, CosmologyModel model, IReadOnlyList<RunResult> runs)
    {
        var page = new HtmlPage(
            "Dark energy from supernova distances",
            "Dark energy from supernova distances",
            "One posterior, sampled exactly, with three emulators, and exactly again with an emulator that sorts out proposals. The data are simulated.",
            "report.css");
        page.Html(Table(runs)).Figure(PosteriorFigure.Draw(runs)).Figure(CallsFigure.Draw(runs)).Figure(HubbleFigure.Draw(model, runs[0]));
        page.Html(string.Create(CultureInfo.InvariantCulture, $"""
            <h2>Model and settings</h2>
            <p><b>Data.</b> {model.Survey.Count} supernovae, simulated with seed {settings.Seed} from Ωₘ = {SimulatedSurvey.Truth[0]}, w = {SimulatedSurvey.Truth[1]}, with an intrinsic scatter of 0.12 mag,
            lensing of 0.055 z mag and peculiar velocities of 300 km/s. <b>Model.</b> Flat, matter and dark energy of constant w; μ = 5 log₁₀(d_L / 10 pc), d_L = (1 + z) c/H₀ ∫₀ᶻ dz'/E(z'),
            one Gauss-Legendre quadrature per supernova and call. <b>Priors.</b> Ωₘ normal, {CosmologyModel.MatterMean} ± {CosmologyModel.MatterDeviation} (as a galaxy survey gives it), within 0.01 to 0.8; flat: w from −3 to −0.3, the common offset ΔM (absolute magnitude and H₀) within 0.5 mag.</p>
            <p><b>Sampling.</b> {settings.Walkers} walkers, {settings.Steps} steps, differential-evolution moves, the first fifth left out. Emulators learn ln L from 300 points on; the emulated
            runs use answers with a predicted error below {settings.Tolerance}. Monte-Carlo errors from the autocorrelation time τ. The same seed gives the same numbers, wall times excepted.</p>

            """));
        return page.ToString();
    }

    private static string Table(IReadOnlyList<RunResult> runs)
    {
        var table = new StringBuilder("<h2>Results</h2>\n<div class=\"tables\">\n<table>\n<thead><tr><th>run</th><th>Ωₘ</th><th>w</th><th>true calls</th><th>wall time</th><th>accepted</th><th>τ</th><th>mean shift</th><th>sd shift</th></tr></thead>\n<tbody>\n");
        foreach (RunResult run in runs)
        {
            string shifts = ReferenceEquals(run, runs[0]) ? "<td></td><td></td>" : string.Create(CultureInfo.InvariantCulture, $"<td>{run.MeanShift(runs[0]):F1}</td><td>{run.DeviationShift(runs[0]):F1}</td>");
            table.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"{run.Style}-name\">{HtmlPage.E(run.Name)}</td>");
            for (int k = 0; k < 2; k++)
                table.Append(CultureInfo.InvariantCulture, $"<td>{run.Mean[k].ToString(k == 1 ? "F2" : "F3", CultureInfo.InvariantCulture).Replace('-', '−')} ± {run.Deviation[k].ToString(k == 1 ? "F2" : "F3", CultureInfo.InvariantCulture)}</td>");
            table.Append(CultureInfo.InvariantCulture, $"<td>{run.TrueCalls[^1]:N0}</td><td>{run.Seconds:F1} s</td><td>{run.Acceptance:P0}</td><td>{run.AutocorrelationTime:F0}</td>{shifts}</tr>\n");
        }

        return table.Append("</tbody>\n</table>\n</div>\n<p class=\"lead\">Shifts: the largest difference of a mean, and of a standard deviation, to the exact run, in units of the Monte-Carlo error of that difference.</p>\n").ToString();
    }
}
