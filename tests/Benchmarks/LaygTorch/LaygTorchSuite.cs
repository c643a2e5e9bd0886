using Benchmarks.Harness;
using TorchSharp;

namespace Benchmarks.LaygTorch;

/// <summary>The neural-network emulator against the same network in a Python torch script and in scikit-learn, one thread each.</summary>
public sealed class LaygTorchSuite : IBenchmarkSuite
{
    /// <inheritdoc />
    public string Name => "layg-torch";

    /// <inheritdoc />
    public string Description => "training and predictions of TorchEmulator against a torch script and scikit-learn, one thread";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        torch.set_num_threads(1);
        Console.Error.WriteLine(TensorRuntime.Describe());
        using var scratch = new ScratchFolder();
        using var peer = new PeerProcess("layg_torch_peer.py");
        try
        {
            Console.Error.WriteLine($"The peers run on {peer.Request("hello").ToJsonString()}");
        }
        catch (PeerMissingException missing)
        {
            Console.Error.WriteLine($"There are no peers: {missing.Message}");
        }

        foreach (BenchmarkCase comparison in LaygTorchCases.Create(settings.Quick, peer, scratch).Where(comparison => settings.Includes(comparison.Name)))
            yield return Interleaved.Measure(Name, comparison, settings.Rounds);
    }
}
