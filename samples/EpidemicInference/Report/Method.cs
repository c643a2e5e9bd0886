using System.Globalization;
using EpidemicInference.Inference;
using EpidemicInference.Model;

namespace EpidemicInference.Report;

/// <summary>The part of the report that says how it was done.</summary>
internal static class Method
{
    public static string Text(JobResult result)
    {
        JobSettings settings = result.Settings;
        string priors = string.Join("; ", EpidemicModel.Priors.Select(Describe));
        return string.Create(CultureInfo.InvariantCulture, $"""
            <h2>Model and settings</h2>
            <p><b>Data.</b> {SchoolOutbreak.Population} boys, of whom {string.Join(", ", SchoolOutbreak.InBed.ToArray())} were in bed on days 1 to {SchoolOutbreak.Days}
            (British Medical Journal 1978; 1:587). <b>Dynamics.</b> Susceptible, infected, recovered: ds/dt = −β s i, di/dt = β s i − γ i,
            with {SchoolOutbreak.InitiallyInfected} boy infected on day 0, solved in (ln s, ln i) by the classical Runge-Kutta method with {EpidemicModel.StepsPerDay} steps a day;
            halving the step changes ln L by less than 10⁻⁶. <b>Counts.</b> Negative binomial with mean I(t) and variance I + I²/φ.</p>
            <p><b>Priors.</b> Log-normal, cut at wide limits: {priors}. The prior is cheap and added outside; only ln L is emulated.</p>
            <p><b>Sampling.</b> Affine-invariant ensemble (stretch move), {settings.Walkers} walkers, {settings.Steps} steps in each run, seed {settings.Seed}; burn-in 10 autocorrelation
            times τ, at most half of the steps. Monte-Carlo error of a mean: sd √(τ / samples). Tolerance of the emulator: error bar of ln L up to {settings.Tolerance}.
            The same seed gives the same numbers, wall times excepted.</p>

            """);
    }

    private static string Describe(Prior prior)
    {
        (double low, double high) = prior.Central95();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{prior.Symbol} with median {prior.Median:G3}, 95 % between {Short(low)} and {Short(high)}, limits {prior.Low:G3} and {prior.High:G4}");
    }

    private static string Short(double value) => value.ToString(value < 10 ? "G2" : "F0", CultureInfo.InvariantCulture);
}
