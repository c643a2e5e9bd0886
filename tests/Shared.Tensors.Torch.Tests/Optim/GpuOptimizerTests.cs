using TorchSharp;
using TorchSharp.Modules;

namespace Shared.Tensors.Torch.Tests.Optim;

/// <summary>Optimizers on a GPU take the processor's steps.</summary>
[Category("Gpu")]
public sealed class GpuOptimizerTests
{
    [SetUp]
    public void NeedGpu()
    {
        if (!torch.cuda.is_available())
            Assert.Ignore("There is no CUDA device.");
    }

    [Test]
    public void Steps_OnGpu_AreTheProcessors([Values("SGD", "Adam", "Adam, amsgrad", "AdamW", "RMSProp")] string name)
    {
        using var scope = torch.NewDisposeScope();
        torch.random.manual_seed(3);
        torch.Tensor first = torch.randn(5, 4), second = torch.randn(4);
        Train(name, first, second, torch.device("cuda")).Should().Equal(Train(name, first, second, torch.CPU), (left, right) => Math.Abs(left - right) < 2e-5f);
    }

    private static float[] Train(string name, torch.Tensor first, torch.Tensor second, torch.Device device)
    {
        Parameter[] parameters = [new(first.clone().ToDevice(device)), new(second.clone().ToDevice(device))];
        using torch.optim.Optimizer optimizer = name switch
        {
            "SGD" => torch.optim.SGD(parameters, 0.05, 0.9),
            "Adam" => torch.optim.Adam(parameters, 0.05, weight_decay: 0.1),
            "Adam, amsgrad" => torch.optim.Adam(parameters, 0.05, amsgrad: true, maximize: true),
            "AdamW" => torch.optim.AdamW(parameters, 0.05, weight_decay: 0.1),
            _ => torch.optim.RMSProp(parameters, 0.01),
        };
        for (int i = 0; i < 10; i++)
        {
            using var scope = torch.NewDisposeScope();
            optimizer.zero_grad();
            (parameters[0] * parameters[1]).sin().sum().backward();
            optimizer.step();
        }
        return [.. parameters[0].detach().cpu().ToArray<float>(), .. parameters[1].detach().cpu().ToArray<float>()];
    }
}
