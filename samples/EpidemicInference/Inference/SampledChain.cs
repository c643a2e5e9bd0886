using EpidemicInference.Model;
using Layg.Sampling;

namespace EpidemicInference.Inference;

/// <summary>Where the walkers stood after each step, with what was known there.</summary>
/// <param name="Walkers">How many walkers (W).</param>
/// <param name="Steps">How many steps were made (S).</param>
/// <param name="Positions">θ: [S, W, dimension], row after row.</param>
/// <param name="LogLikelihoods">ln L as the walker was given it: [S, W].</param>
/// <param name="ErrorBars">The emulator's error bar of ln L; 0 where ln L is exact: [S, W].</param>
/// <param name="Acceptance">The share of proposals that were accepted.</param>
internal sealed record SampledChain(
    int Walkers, int Steps, double[] Positions, double[] LogLikelihoods, double[] ErrorBars, double Acceptance)
{
    /// <summary>Takes the sampler's chain of a posterior density.</summary>
    public static SampledChain Of(Chain chain)
    {
        int errorBlob = chain.BlobNames.ToList().IndexOf("error");
        double[] positions = chain.Positions.ToArray();
        var logLikelihoods = new double[chain.Steps * chain.Walkers];
        var errorBars = new double[logLikelihoods.Length];
        for (int i = 0; i < logLikelihoods.Length; i++)
        {
            logLikelihoods[i] = chain.LogDensities[i] - EpidemicModel.LogPrior(positions.AsSpan(i * EpidemicModel.Dimension, EpidemicModel.Dimension));
            if (errorBlob >= 0)
                errorBars[i] = chain.Blobs[i * chain.BlobNames.Count + errorBlob];
        }

        return new SampledChain(chain.Walkers, chain.Steps, positions, logLikelihoods, errorBars, chain.AcceptanceFraction);
    }

    public ReadOnlySpan<double> Theta(int step, int walker) =>
        Positions.AsSpan((step * Walkers + walker) * EpidemicModel.Dimension, EpidemicModel.Dimension);

    /// <summary>One quantity from a step on: [S - from, W].</summary>
    public double[] Values(Quantity quantity, int from)
    {
        var values = new double[(Steps - from) * Walkers];
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<double> theta = Positions.AsSpan((from * Walkers + i) * EpidemicModel.Dimension, EpidemicModel.Dimension);
            values[i] = quantity.Of(theta[0], theta[1], theta[2]);
        }

        return values;
    }
}
