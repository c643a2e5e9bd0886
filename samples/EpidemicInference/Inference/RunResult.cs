using Layg.Sampling;

namespace EpidemicInference.Inference;

/// <summary>One of the two runs: its chain, its posterior and what it cost.</summary>
/// <param name="Chain">The chain, burn-in included.</param>
/// <param name="BurnIn">How many steps at the start are left out of every summary.</param>
/// <param name="Summaries">One summary for each of <see cref="Quantity.All"/>.</param>
/// <param name="Batches">How the calls were answered, half step after half step.</param>
/// <param name="TrueCalls">How many times the differential equation was solved.</param>
/// <param name="Seconds">The wall time of the sampling.</param>
internal sealed record RunResult(
    SampledChain Chain, int BurnIn, IReadOnlyList<QuantitySummary> Summaries, IReadOnlyList<CallBatch> Batches, long TrueCalls, double Seconds)
{
    private const double BurnInTimes = 10;

    public long EmulatedCalls => Batches.Sum(batch => (long)batch.Emulated);

    /// <summary>The samples kept.</summary>
    public int Kept => (Chain.Steps - BurnIn) * Chain.Walkers;

    /// <summary>The largest autocorrelation time of any quantity, in steps.</summary>
    public double AutocorrelationTime => Summaries.Max(summary => summary.AutocorrelationTime);

    /// <summary>Summarises a chain after its burn-in: ten autocorrelation times, but at most half of the steps.</summary>
    public static RunResult Of(SampledChain chain, IReadOnlyList<CallBatch> batches, double seconds)
    {
        int half = chain.Steps / 2;
        double slowest = Quantity.All.Max(quantity => Time(chain, quantity, half));
        int burnIn = (int)Math.Min(half, Math.Ceiling(BurnInTimes * slowest));
        QuantitySummary[] summaries =
        [
            .. Quantity.All.Select(quantity => QuantitySummary.Of(quantity, chain.Values(quantity, burnIn), Time(chain, quantity, burnIn))),
        ];
        return new RunResult(chain, burnIn, summaries, [.. batches], batches.Sum(batch => (long)batch.Exact), seconds);
    }

    public QuantitySummary this[Quantity quantity] => Summaries.Single(summary => ReferenceEquals(summary.Quantity, quantity));

    /// <summary>τ in steps; that of a chain too short to have one, where walkers stood still throughout, is its length.</summary>
    private static double Time(SampledChain chain, Quantity quantity, int from)
    {
        double time = Autocorrelation.IntegratedTime(chain.Values(quantity, from), chain.Walkers);
        return double.IsNaN(time) ? chain.Steps - from : Math.Max(1, time);
    }
}
