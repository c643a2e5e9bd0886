using Benchmarks.Harness;
using TorchSharp;

namespace Benchmarks.Tensors;

/// <summary>The tensor engine against Python's torch on the same libtorch, one thread each.</summary>
public sealed class TensorSuite : IBenchmarkSuite
{
    /// <inheritdoc />
    public string Name => "tensors";

    /// <inheritdoc />
    public string Description => "calls, products and small networks against Python's torch on the same libtorch, one thread";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        torch.set_num_threads(1);
        Console.Error.WriteLine(TensorRuntime.Describe());
        using var peer = new PeerProcess("tensors_peer.py");
        try
        {
            Console.Error.WriteLine($"The peer runs on {peer.Request("hello").ToJsonString()}");
        }
        catch (PeerMissingException missing)
        {
            Console.Error.WriteLine($"There is no peer: {missing.Message}");
        }
        foreach (BenchmarkCase comparison in TensorCases.Create(peer).Where(comparison => settings.Includes(comparison.Name)))
            yield return Interleaved.Measure(Name, comparison, settings.Rounds);
    }
}
