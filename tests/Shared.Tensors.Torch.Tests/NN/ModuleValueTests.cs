using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.NN;

/// <summary>Every layer and loss against Python's of the same seed: first weights, outputs, gradients, statistics.</summary>
[NonParallelizable]
public sealed class ModuleValueTests
{
    private const double Tolerance = 1e-12;

    private static IEnumerable<TestCaseData> Cases => ModuleCases.All.Select(one => new TestCaseData(one.Name));

    [TestCaseSource(nameof(Cases))]
    public void Module_OfSeed7_IsPythons(string name)
    {
        using var scope = NewDisposeScope();
        JsonElement expected = NNGolden.Modules.GetProperty(name);
        using nn.Module module = Make(name);
        StateShouldBe(module, expected.GetProperty("state"), "first");
        Tensor[] inputs = NNGolden.Inputs(expected);

        Tensor[] outputs = ModuleCase.Call(module, inputs);
        OutputsShouldBe(outputs, expected.GetProperty("outputs"));
        Tensor[] leaves = [.. inputs, .. module.parameters()];
        IList<Tensor> gradients = autograd.grad([NNGolden.Weighted(outputs)], leaves, allow_unused: true);
        JsonElement[] wanted = [.. expected.GetProperty("gradients").EnumerateArray()];
        gradients.Should().HaveCount(wanted.Length);
        for (int i = 0; i < wanted.Length; i++)
        {
            if (wanted[i].ValueKind == JsonValueKind.Null)
                (gradients[i] is null).Should().BeTrue();
            else
                NNGolden.ShouldBe(gradients[i], wanted[i], Tolerance, $"gradient {i}");
        }

        StateShouldBe(module, expected.GetProperty("after"), "last");
        module.eval();
        OutputsShouldBe(ModuleCase.Call(module, inputs), expected.GetProperty("evaluated"));
    }

    [TestCaseSource(nameof(Cases))]
    public void Gradients_OfModule_AreThoseOfCentralDifferences(string name)
    {
        const double step = 1e-5;
        using var scope = NewDisposeScope();
        using nn.Module module = Make(name);
        Tensor[] inputs = NNGolden.Inputs(NNGolden.Modules.GetProperty(name));
        Tensor[] leaves = [.. inputs, .. module.parameters()];
        IList<Tensor> gradients = autograd.grad([NNGolden.Weighted(ModuleCase.Call(module, inputs))], leaves, allow_unused: true);

        using IDisposable mode = no_grad();
        for (int i = 0; i < leaves.Length; i++)
        {
            double[] actual = gradients[i] is null ? new double[leaves[i].numel()] : gradients[i].ToArray<double>();
            Tensor flat = leaves[i].view(-1);
            for (int k = 0; k < actual.Length; k++)
            {
                using var inner = NewDisposeScope();
                flat[k].add_(step);
                double above = NNGolden.Weighted(ModuleCase.Call(module, inputs)).item<double>();
                flat[k].sub_(2 * step);
                double below = NNGolden.Weighted(ModuleCase.Call(module, inputs)).item<double>();
                flat[k].add_(step);
                double wanted = (above - below) / (2 * step);
                actual[k].Should().BeApproximately(wanted, 1e-6 * Math.Max(1, Math.Abs(wanted)), "leaf {0} element {1}", i, k);
            }
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void State_LoadedIntoAnother_GivesTheSameOutputs(string name)
    {
        using var scope = NewDisposeScope();
        using nn.Module one = Make(name), other = Make(name, seed: 8);
        Tensor[] inputs = NNGolden.Inputs(NNGolden.Modules.GetProperty(name));
        ModuleCase.Call(one, inputs);
        other.load_state_dict(one.state_dict());
        one.eval();
        other.eval();
        Tensor[] wanted = ModuleCase.Call(one, inputs), actual = ModuleCase.Call(other, inputs);
        for (int i = 0; i < wanted.Length; i++)
            actual[i].ToArray<double>().Should().Equal(wanted[i].ToArray<double>());
    }

    [TestCaseSource(nameof(Cases))]
    public void Calls_WithinScopes_LeaveNoTensor(string name)
    {
        using nn.Module module = Make(name);
        Garbage.Collect();
        long before = TensorRuntime.LiveTensors;
        for (int i = 0; i < 3; i++)
        {
            using var scope = NewDisposeScope();
            NNGolden.Weighted(ModuleCase.Call(module, NNGolden.Inputs(NNGolden.Modules.GetProperty(name)))).backward();
            module.zero_grad();
        }
        TensorRuntime.LiveTensors.Should().Be(before);
    }

    [Test]
    public void Cases_AndPythonsModules_AreTheSame() =>
        ModuleCases.All.Select(one => one.Name).Should().BeEquivalentTo(NNGolden.Modules.EnumerateObject().Select(one => one.Name));

    private static nn.Module Make(string name, long seed = 7)
    {
        manual_seed(seed);
        return ModuleCases.All.Single(one => one.Name == name).Make();
    }

    private static void StateShouldBe(nn.Module module, JsonElement expected, string when)
    {
        Dictionary<string, Tensor> state = module.state_dict();
        // TorchSharp's losses do not count their weights as state.
        if (module is not WeightedLoss<Tensor, Tensor, Tensor>)
            state.Keys.Should().Equal(expected.EnumerateObject().Select(one => one.Name), when);
        foreach ((string key, Tensor value) in state)
            NNGolden.ShouldBe(value, expected.GetProperty(key), Tolerance, $"{when} {key}");
    }

    private static void OutputsShouldBe(Tensor[] outputs, JsonElement expected)
    {
        JsonElement[] wanted = [.. expected.EnumerateArray()];
        outputs.Should().HaveCount(wanted.Length);
        for (int i = 0; i < wanted.Length; i++)
            NNGolden.ShouldBe(outputs[i], wanted[i], Tolerance, $"output {i}");
    }
}
