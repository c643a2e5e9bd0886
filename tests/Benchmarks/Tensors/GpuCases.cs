using System.Text.Json.Nodes;
using Benchmarks.Harness;
using TorchSharp;

namespace Benchmarks.Tensors;

/// <summary>What is measured on a GPU: calls large enough to be bound by it, smaller ones on the processor.</summary>
internal static class GpuCases
{
    public static IEnumerable<BenchmarkCase> Create(PeerProcess peer, torch.Device device)
    {
        bool gpu = device.type is DeviceType.CUDA;
        yield return Case(peer, device, "matmul", gpu ? 8192 : 512, runs: 5, Matmul);
        yield return Case(peer, device, "elementwise", gpu ? 1 << 26 : 1 << 20, runs: 20, Elementwise);
        yield return Case(peer, device, "networks", gpu ? 4096 : 64, runs: 20, Networks);
        yield return Case(peer, device, "neighbours", gpu ? 16_384 : 1024, runs: 5, Neighbours);
    }

    private static BenchmarkCase Case(PeerProcess peer, torch.Device device, string operation, int size, int runs, Func<int, torch.Device, Action> create)
    {
        var action = new Lazy<Action>(() => create(size, device));
        var request = new JsonObject { ["size"] = size, ["runs"] = runs, ["device"] = device.type is DeviceType.CUDA ? "cuda" : "cpu" };
        return new($"{operation}-{size}", "us", () => Measure(action.Value, runs, device))
        {
            PeerName = "torch",
            Peer = () => peer.Seconds(operation, (JsonObject)request.DeepClone()) * 1e6 / runs,
        };
    }

    private static double Measure(Action action, int runs, torch.Device device)
    {
        using IDisposable mode = torch.set_grad_enabled(false);
        return Timing.MicrosecondsPer(runs, () =>
        {
            for (int i = 0; i < runs; i++)
                action();
            TensorRuntime.Synchronize(device);
        });
    }

    private static Action Matmul(int size, torch.Device device)
    {
        torch.Tensor a = torch.rand(size, size, device: device), b = torch.rand(size, size, device: device);
        return () => a.matmul(b).Dispose();
    }

    private static Action Elementwise(int size, torch.Device device)
    {
        torch.Tensor a = torch.rand(size, device: device), b = torch.rand(size, device: device);
        return () =>
        {
            using torch.Tensor product = a.mul(b);
            product.add(1).Dispose();
        };
    }

    // One small network per row of a population, each with a batch of 32.
    private static Action Networks(int population, torch.Device device)
    {
        torch.Tensor x = torch.rand(population, 32, 16, device: device);
        torch.Tensor first = torch.rand(population, 16, 64, device: device), second = torch.rand(population, 64, 4, device: device);
        return () =>
        {
            using torch.Tensor hidden = x.bmm(first);
            using torch.Tensor active = hidden.tanh();
            active.bmm(second).Dispose();
        };
    }

    // The 10 nearest of as many points as there are queries, in 16 dimensions, from all distances.
    private static Action Neighbours(int points, torch.Device device)
    {
        torch.Tensor stored = torch.rand(points, 16, device: device), queries = torch.rand(points, 16, device: device);
        torch.Tensor squares = stored.square().sum(1);
        return () =>
        {
            using torch.Tensor product = queries.matmul(stored.mT);
            product.mul_(-2).add_(squares);
            (torch.Tensor values, torch.Tensor indexes) = product.topk(10, 1, largest: false, sorted: true);
            values.Dispose();
            indexes.Dispose();
        };
    }
}
