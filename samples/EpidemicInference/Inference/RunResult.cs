using Layg.Sampling;

namespace EpidemicInference.Inference;

/// <summary>One of the two runs: its chain, its posterior and what it cost.</summary>
/// <param name="Chain">The chain, burn-in included.</param>
/// <param name="BurnIn">How many steps at the start are left out of every summary.</param>
/// <param name="Summaries">One summary for each of <see cref="Quantity.All"/>.</param>
/// <param name="History">How all calls until the end of each step were answered: [steps].</param>
/// <param name="Seconds">The wall time of the sampling.</param>
internal sealed record RunResult(
    SampledChain Chain, int BurnIn, IReadOnlyList<QuantitySummary> Summaries, IReadOnlyList<CallCounts> History, double Seconds)
{
    private const double BurnInTimes = 10;

    /// <summary>How many times the differential equation was solved.</summary>
    public long TrueCalls => History[^1].Exact;

    /// <summary>How many calls the emulator answered.</summary>
    public long EmulatedCalls => History[^1].Emulated;

    /// <summary>The samples kept.</summary>
    public int Kept => (Chain.Steps - BurnIn) * Chain.Walkers;

    /// <summary>The length of the kept chain in autocorrelation times of the slowest quantity.</summary>
    public double KeptTimes => (Chain.Steps - BurnIn) / AutocorrelationTime;

    /// <summary>The largest autocorrelation time of any quantity, in steps.</summary>
    public double AutocorrelationTime => Summaries.Max(summary => summary.AutocorrelationTime);

    /// <summary>Summarises a chain after its burn-in: ten autocorrelation times, but at most half of the steps.</summary>
    public static RunResult Of(SampledChain chain, IReadOnlyList<CallCounts> history, double seconds)
    {
        int half = chain.Steps / 2;
        double slowest = Quantity.All.Max(quantity => Time(chain, quantity, half));
        int burnIn = (int)Math.Min(half, Math.Ceiling(BurnInTimes * slowest));
        QuantitySummary[] summaries =
        [
            .. Quantity.All.Select(quantity => QuantitySummary.Of(quantity, chain.Values(quantity, burnIn), Time(chain, quantity, burnIn))),
        ];
        return new RunResult(chain, burnIn, summaries, [.. history], seconds);
    }

    public QuantitySummary this[Quantity quantity] => Summaries.Single(summary => ReferenceEquals(summary.Quantity, quantity));

    /// <summary>τ in steps; that of a chain too short to have one, where walkers stood still throughout, is its length.</summary>
    private static double Time(SampledChain chain, Quantity quantity, int from)
    {
        double time = Autocorrelation.IntegratedTime(chain.Values(quantity, from), chain.Walkers);
        return double.IsNaN(time) ? chain.Steps - from : Math.Max(1, time);
    }
}
