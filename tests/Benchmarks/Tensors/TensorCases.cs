using System.Text.Json.Nodes;
using Benchmarks.Harness;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Benchmarks.Tensors;

/// <summary>What is measured: the cost of one call, compute-bound operators, and a small network by plain operators.</summary>
internal static class TensorCases
{
    public static IEnumerable<BenchmarkCase> Create(PeerProcess peer)
    {
        yield return Case(peer, "add", 64, runs: 20_000, Add(requiresGrad: false));
        yield return Case(peer, "add-autograd", 64, runs: 20_000, Add(requiresGrad: true));
        yield return Case(peer, "matmul", 1024, runs: 3, Matmul(1024));
        yield return Case(peer, "elementwise", 1_000_000, runs: 30, Elementwise(1_000_000));
        foreach (int batch in (int[])[1, 64, 1024])
            yield return Case(peer, "forward", batch, runs: batch > 64 ? 300 : 2000, Forward(batch));
        foreach (int batch in (int[])[1, 64, 1024])
            yield return Case(peer, "backward", batch, runs: batch > 64 ? 300 : 2000, Backward(batch));
        foreach (int batch in (int[])[1, 64, 1024])
            yield return Case(peer, "train", batch, runs: batch > 64 ? 200 : 1000, Train(batch));
        yield return Case(peer, "lstm", 1, runs: 2000, LstmStep(1));
        yield return Case(peer, "lstm-cell", 1, runs: 2000, LstmCell(1));
    }

    private static BenchmarkCase Case(PeerProcess peer, string operation, int size, int runs, Action action) =>
        new($"{operation}-{size}", "us", () => Measure(action, runs, recording: operation is "add-autograd" or "backward" or "train"))
        {
            PeerName = "torch",
            Peer = () => peer.Seconds(operation, new JsonObject { ["size"] = size, ["runs"] = runs }) * 1e6 / runs,
        };

    private static double Measure(Action action, int runs, bool recording)
    {
        using IDisposable mode = torch.set_grad_enabled(recording);
        return Timing.MicrosecondsPer(runs, () =>
        {
            for (int i = 0; i < runs; i++)
                action();
        });
    }

    private static Action Add(bool requiresGrad)
    {
        torch.Tensor a = torch.ones(64, requires_grad: requiresGrad), b = torch.ones(64);
        return () => a.add(b).Dispose();
    }

    private static Action Matmul(int size)
    {
        torch.Tensor a = torch.rand(size, size), b = torch.rand(size, size);
        return () => a.matmul(b).Dispose();
    }

    private static Action Elementwise(int size)
    {
        torch.Tensor a = torch.rand(size), b = torch.rand(size);
        return () =>
        {
            using torch.Tensor product = a.mul(b);
            product.add(1).Dispose();
        };
    }

    private static Sequential Network() =>
        nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh(), nn.Linear(64, 2));

    private static Action Forward(int batch)
    {
        torch.Tensor x = torch.rand(batch, 4);
        Sequential network = Network();
        return () => network.call(x).Dispose();
    }

    private static Action Backward(int batch)
    {
        torch.Tensor x = torch.rand(batch, 4);
        Sequential network = Network();
        return () =>
        {
            Gradients(network, x);
            network.zero_grad();
        };
    }

    private static Action Train(int batch)
    {
        torch.Tensor x = torch.rand(batch, 4);
        Sequential network = Network();
        Adam optimizer = optim.Adam(network.parameters());
        return () =>
        {
            optimizer.zero_grad();
            Gradients(network, x);
            optimizer.step();
        };
    }

    private static void Gradients(Sequential network, torch.Tensor x)
    {
        using torch.Tensor output = network.call(x);
        using torch.Tensor squares = output.square();
        using torch.Tensor loss = squares.mean();
        loss.backward();
    }

    // One time step with the state of the one before, as a policy with memory takes it.
    private static Action LstmStep(int batch)
    {
        torch.Tensor x = torch.rand(1, batch, 4);
        (torch.Tensor, torch.Tensor)? state = (torch.rand(1, batch, 64), torch.rand(1, batch, 64));
        LSTM network = nn.LSTM(4, 64);
        return () =>
        {
            (torch.Tensor output, torch.Tensor h, torch.Tensor c) = network.call(x, state);
            output.Dispose();
            h.Dispose();
            c.Dispose();
        };
    }

    private static Action LstmCell(int batch)
    {
        torch.Tensor x = torch.rand(batch, 4);
        (torch.Tensor, torch.Tensor)? state = (torch.rand(batch, 64), torch.rand(batch, 64));
        LSTMCell cell = nn.LSTMCell(4, 64);
        return () =>
        {
            (torch.Tensor h, torch.Tensor c) = cell.call(x, state);
            h.Dispose();
            c.Dispose();
        };
    }
}
