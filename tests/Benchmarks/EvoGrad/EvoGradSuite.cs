using Benchmarks.Harness;
using TorchSharp;

namespace Benchmarks.EvoGrad;

/// <summary>A step of evolution by gradients against batched torch and against a loop over individuals, one thread each.</summary>
public sealed class EvoGradSuite : IBenchmarkSuite
{
    /// <inheritdoc />
    public string Name => "evograd";

    /// <inheritdoc />
    public string Description => "a step (sample, fitness, expectation, backward, update) against batched torch and a loop over individuals, one thread";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        torch.set_num_threads(1);
        using var peer = new PeerProcess("evograd_peer.py");
        try
        {
            Console.Error.WriteLine($"The peer runs on {peer.Request("hello").ToJsonString()}");
        }
        catch (PeerMissingException missing)
        {
            Console.Error.WriteLine($"There is no peer: {missing.Message}");
        }

        StepCases.WarmUp();
        foreach (BenchmarkCase comparison in StepCases.Create(peer, settings.Quick).Where(comparison => settings.Includes(comparison.Name)))
            yield return Interleaved.Measure(Name, comparison, settings.Rounds);
    }
}
