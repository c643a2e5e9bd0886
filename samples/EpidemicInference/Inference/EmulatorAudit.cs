using EpidemicInference.Model;

namespace EpidemicInference.Inference;

/// <summary>
/// Emulated answers that the chain really used, checked against the true likelihood after the run.
/// </summary>
/// <param name="Points">The error bar with which each answer was given, and its true error.</param>
internal sealed record EmulatorAudit(IReadOnlyList<(double Bar, double TrueError)> Points)
{
    /// <summary>The share of answers whose true error is within the error bar.</summary>
    public double Coverage => Share(point => point.TrueError <= point.Bar);

    /// <summary>The largest true error.</summary>
    public double LargestError => Points.Count == 0 ? 0 : Points.Max(point => point.TrueError);

    /// <summary>The median true error.</summary>
    public double MedianError => Points.Count == 0 ? 0 : Points.Select(point => point.TrueError).Order().ElementAt(Points.Count / 2);

    /// <summary>The share of answers whose true error is within a tolerance.</summary>
    public double ShareWithin(double tolerance) => Share(point => point.TrueError <= tolerance);

    /// <summary>
    /// Takes up to <paramref name="count"/> different emulated samples, evenly spread over the kept part of the chain, and solves the
    /// model at each.
    /// </summary>
    public static EmulatorAudit Run(RunResult emulated, EpidemicModel model, int count)
    {
        SampledChain chain = emulated.Chain;
        var candidates = new List<int>();
        for (int i = emulated.BurnIn * chain.Walkers; i < chain.Steps * chain.Walkers; i++)
        {
            bool moved = i < chain.Walkers || chain.LogLikelihoods[i] != chain.LogLikelihoods[i - chain.Walkers];
            if (moved && chain.ErrorBars[i] > 0)
                candidates.Add(i);
        }

        int taken = Math.Min(count, candidates.Count);
        var points = new (double Bar, double TrueError)[taken];
        for (int i = 0; i < taken; i++)
        {
            int sample = candidates[(int)((long)i * candidates.Count / taken)];
            double truth = model.LogLikelihood(chain.Theta(sample / chain.Walkers, sample % chain.Walkers));
            points[i] = (chain.ErrorBars[sample], Math.Abs(chain.LogLikelihoods[sample] - truth));
        }

        return new EmulatorAudit(points);
    }

    private double Share(Func<(double Bar, double TrueError), bool> condition) =>
        Points.Count == 0 ? 0 : (double)Points.Count(condition) / Points.Count;
}
