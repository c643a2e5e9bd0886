using EpidemicInference.Inference;
using EpidemicInference.Model;
using Shared.Tensors;

namespace EpidemicInference.Tests;

/// <summary>Runs with made-up chains: independent normal draws around the published values.</summary>
internal static class FakeRuns
{
    public static JobResult Complete(int walkers = 8, int steps = 400)
    {
        RunResult exact = Run(1, walkers, steps, emulated: false);
        RunResult emulated = Run(2, walkers, steps, emulated: true);
        return new JobResult
        {
            Settings = new JobSettings { Walkers = walkers, Steps = steps, Seed = 5 },
            Overdispersion = OverdispersionCheck.Run(new EpidemicModel().Sir),
            Exact = exact,
            Emulated = emulated,
            Comparison = Comparison.Of(exact, emulated),
            Audit = new EmulatorAudit([.. Enumerable.Range(1, 40).Select(i => (0.001 * i, i % 10 == 0 ? 0.0015 * i : 0.0004 * i))]),
        };
    }

    public static RunResult Run(long seed, int walkers, int steps, bool emulated)
    {
        var random = new RandomStream(seed);
        var positions = new double[walkers * steps * EpidemicModel.Dimension];
        for (int i = 0; i < positions.Length; i += EpidemicModel.Dimension)
        {
            positions[i] = random.NextNormal(0.55, 0.03);
            positions[i + 1] = random.NextNormal(-0.62, 0.08);
            positions[i + 2] = random.NextNormal(2.2, 0.5);
        }

        var bars = new double[walkers * steps];
        var logLikelihoods = new double[walkers * steps];
        random.FillNormal(logLikelihoods);
        if (emulated)
            bars.AsSpan().Fill(0.01);
        var chain = new SampledChain(walkers, steps, positions, logLikelihoods, bars, Acceptance: 0.5);
        int learnt = emulated ? steps / 10 : steps;
        CallCounts[] history =
        [
            .. Enumerable.Range(1, steps).Select(step => new CallCounts(walkers * Math.Min(step, learnt), walkers * Math.Max(0, step - learnt))),
        ];
        return RunResult.Of(chain, history, seconds: emulated ? 1.5 : 12.5);
    }
}
