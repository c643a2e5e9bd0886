using Benchmarks.Harness;
using TorchSharp;

namespace Benchmarks.Tensors;

/// <summary>Large calls on the GPU, or on the processor where there is none, against Python's torch on the same libtorch.</summary>
public sealed class GpuSuite : IBenchmarkSuite
{
    /// <inheritdoc />
    public string Name => "gpu";

    /// <inheritdoc />
    public string Description => "products, bandwidth, batched small networks and nearest neighbours on the GPU against Python's torch";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        Console.Error.WriteLine(TensorRuntime.Describe());
        torch.Device device = torch.cuda.is_available() ? torch.device("cuda:0") : torch.CPU;
        if (device.type is DeviceType.CPU)
            Console.Error.WriteLine("There is no CUDA device: these are figures of the processor.");
        using var peer = new PeerProcess("tensors_peer.py");
        foreach (BenchmarkCase comparison in GpuCases.Create(peer, device).Where(comparison => settings.Includes(comparison.Name)))
            yield return Interleaved.Measure(Name, comparison, settings.Rounds);
    }
}
