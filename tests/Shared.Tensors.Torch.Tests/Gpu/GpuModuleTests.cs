using System.Text.Json;
using Shared.Tensors.Torch.Tests.NN;
using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.Gpu;

/// <summary>Every layer and loss on the GPU against what Python's computed on a processor.</summary>
[Category("Gpu")]
[NonParallelizable]
public sealed class GpuModuleTests
{
    private static IEnumerable<TestCaseData> Cases => ModuleCases.All.Select(one => new TestCaseData(one.Name));

    [TestCaseSource(nameof(Cases))]
    public void Module_OnGpu_GivesPythonsOutputs(string name)
    {
        Device device = GpuDevice.Get();
        using var scope = NewDisposeScope();
        JsonElement expected = NNGolden.Modules.GetProperty(name);
        manual_seed(7);
        using nn.Module module = ModuleCases.All.Single(one => one.Name == name).Make().to(device);
        Tensor[] inputs = [.. NNGolden.Inputs(expected).Select(input => input.detach().ToDevice(device))];

        Tensor[] outputs = ModuleCase.Call(module, inputs);
        JsonElement[] wanted = [.. expected.GetProperty("outputs").EnumerateArray()];
        outputs.Should().HaveCount(wanted.Length);
        for (int i = 0; i < wanted.Length; i++)
        {
            outputs[i].device_type.Should().Be(device.type);
            NNGolden.ShouldBe(outputs[i], wanted[i], 1e-9, $"output {i}");
        }
    }
}
