namespace L2L;

/// <summary>The constants of CMA-ES for a dimension and a population size.</summary>
/// <remarks><b>Source:</b> Hansen (2016), "The CMA evolution strategy: a tutorial", table 1, without negative weights.</remarks>
internal sealed class CmaConstants
{
    public CmaConstants(int dimension, int population)
    {
        double n = dimension;
        Weights = [.. Enumerable.Range(1, population / 2).Select(i => Math.Log((population + 1) / 2.0) - Math.Log(i))];
        double sum = Weights.Sum();
        for (int i = 0; i < Weights.Length; i++)
            Weights[i] /= sum;
        EffectiveCount = 1 / Weights.Sum(static w => w * w);
        double mu = EffectiveCount;
        StepPath = (mu + 2) / (n + mu + 5);
        StepDamping = 1 + 2 * Math.Max(0, Math.Sqrt((mu - 1) / (n + 1)) - 1) + StepPath;
        CovariancePath = (4 + mu / n) / (n + 4 + 2 * mu / n);
        RankOne = 2 / ((n + 1.3) * (n + 1.3) + mu);
        RankMu = Math.Min(1 - RankOne, 2 * (mu - 2 + 1 / mu) / ((n + 2) * (n + 2) + mu));
        ExpectedLength = Math.Sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
    }

    public double[] Weights { get; }

    public double EffectiveCount { get; }

    public double StepPath { get; }

    public double StepDamping { get; }

    public double CovariancePath { get; }

    public double RankOne { get; }

    public double RankMu { get; }

    public double ExpectedLength { get; }
}
