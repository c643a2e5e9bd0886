using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.Training;

/// <summary>The same networks, initial weights, data and optimizers as in Python give the same losses, step by step.</summary>
[NonParallelizable]
public sealed class TrainingTests
{
    private static readonly string GoldenFile = Golden.PathOf("training.npz");

    [Test]
    public void Mlp_TrainedAsInPython_HasPythonsLosses([Values("SGD", "Adam", "RMSProp", "AdamW")] string optimizer) =>
        Compare("mlp", optimizer, () => nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 2)), (output, y) => nn.functional.mse_loss(output, y));

    [Test]
    public void Lstm_TrainedAsInPython_HasPythonsLosses([Values("SGD", "Adam")] string optimizer) =>
        Compare("lstm", optimizer, () => new LstmRegressor(), (output, y) => nn.functional.mse_loss(output, y));

    [Test]
    public void Cnn_TrainedAsInPython_HasPythonsLosses([Values("SGD", "Adam")] string optimizer) =>
        Compare("cnn", optimizer, () => new SmallCnn(), (output, y) => nn.functional.cross_entropy(output, y));

    [Test]
    public void Steps_OfTraining_KeepTheNumberOfTensors()
    {
        long before = TensorRuntime.LiveTensors;
        using (var model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 2)))
        using (var optimizer = optim.Adam(model.parameters(), amsgrad: true))
        using (Tensor x = randn(16, 4), y = randn(16, 2))
        {
            Step(model, optimizer, x, y, (output, target) => nn.functional.mse_loss(output, target));
            long live = TensorRuntime.LiveTensors;
            for (int i = 0; i < 50; i++)
                Step(model, optimizer, x, y, (output, target) => nn.functional.mse_loss(output, target));
            TensorRuntime.LiveTensors.Should().Be(live);
        }
        Garbage.Collect();
        TensorRuntime.LiveTensors.Should().BeLessThanOrEqualTo(before);
    }

    private static void Compare(string name, string optimizerName, Func<nn.Module<Tensor, Tensor>> create, Func<Tensor, Tensor, Tensor> loss)
    {
        using var scope = NewDisposeScope();
        IReadOnlyDictionary<string, Tensor> golden = TensorNumPy.LoadNpz(GoldenFile);
        using nn.Module<Tensor, Tensor> model = create();
        string prefix = name + ".weights.";
        model.load_state_dict(golden.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value));
        using optim.Optimizer optimizer = optimizerName switch
        {
            "SGD" => optim.SGD(model.parameters(), 0.05, 0.9),
            "Adam" => optim.Adam(model.parameters(), 0.003),
            "RMSProp" => optim.RMSProp(model.parameters(), 0.001),
            _ => optim.AdamW(model.parameters(), 0.003, weight_decay: 0.05),
        };
        float[] expected = golden[$"{name}.losses.{optimizerName}"].ToArray<float>();
        expected.Should().HaveCount(200);
        for (int step = 0; step < expected.Length; step++)
        {
            float actual = Step(model, optimizer, golden[name + ".x"], golden[name + ".y"], loss);
            actual.Should().BeApproximately(expected[step], 1e-5f * expected[step], "loss of step {0}", step);
        }
        expected[^1].Should().BeLessThan(0.5f * expected[0], "the network learns");
    }

    private static float Step(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor x, Tensor y, Func<Tensor, Tensor, Tensor> loss)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        Tensor value = loss(model.call(x), y);
        value.backward();
        optimizer.step();
        return value.item<float>();
    }
}
