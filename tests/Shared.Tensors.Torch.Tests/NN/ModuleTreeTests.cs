using Shared.Tensors.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Shared.Tensors.Torch.Tests.NN;

/// <summary>Components, names, modes and state of modules.</summary>
[NonParallelizable]
public sealed class ModuleTreeTests
{
    [Test]
    public void RegisterComponents_OfFields_FindsThemInOrder()
    {
        using var network = new Network();
        network.named_parameters().Select(one => one.name).Should()
            .Equal("scale", "first.weight", "first.bias", "layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias");
        network.named_children().Select(one => one.name).Should().Equal("first", "layers", "again");
        network.named_modules().Select(one => one.name).Should().Equal("first", "layers", "layers.0", "layers.1");
        network.named_buffers().Select(one => one.name).Should().Equal("shift");
        network.state_dict().Keys.Should().Equal("scale", "shift", "first.weight", "first.bias", "layers.0.weight", "layers.0.bias",
            "layers.1.weight", "layers.1.bias", "again.weight", "again.bias");
        network.parameters(recurse: false).Should().ContainSingle();
        network.get_parameter("layers.1.bias").Should().BeSameAs(network.Layers[1].bias);
        network.get_buffer("shift").Should().NotBeNull();
        network.has_parameter("layers.2.bias").Should().BeFalse();
        network.has_buffer("scale").Should().BeFalse();
    }

    [Test]
    public void Components_MadeInScope_SurviveIt()
    {
        Network network;
        using (NewDisposeScope())
            network = new Network();
        using (network)
        using (Tensor input = ones(2, 3))
        using (Tensor output = network.call(input))
            output.shape.Should().Equal(2, 2);
    }

    [Test]
    public void Dispose_OfModule_FreesEverything()
    {
        Garbage.Collect();
        long before = TensorRuntime.LiveTensors;
        using (var network = new Network())
            TensorRuntime.LiveTensors.Should().BeGreaterThan(before);
        TensorRuntime.LiveTensors.Should().Be(before);
    }

    [Test]
    public void TrainAndEval_OfTree_ReachEveryPart()
    {
        using Sequential network = Sequential(Linear(2, 2), Sequential(Dropout()));
        network.training.Should().BeTrue();
        network.eval();
        network.modules().Should().OnlyContain(module => !module.training);
        network.train();
        network.modules().Should().OnlyContain(module => module.training);
    }

    [Test]
    public void Dropout_InTrainingOnly_DropsAndScales()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        foreach (Module<Tensor, Tensor> layer in new Module<Tensor, Tensor>[] { Dropout(0.25), Dropout1d(0.25), new Dropout2d(0.25) })
        {
            Tensor ones = torch.ones([100, 40, 1, 1, 1]);
            double[] dropped = [.. layer.call(ones).ToArray<float>().Distinct().Order()];
            dropped.Should().HaveCount(2);
            dropped[0].Should().Be(0);
            dropped[1].Should().BeApproximately(4.0 / 3, 1e-6);
            layer.call(ones).mean().item<float>().Should().BeApproximately(1, 0.05f);
            layer.eval();
            layer.call(ones).ToArray<float>().Should().Equal(ones.ToArray<float>());
        }
        foreach (Module<Tensor, Tensor> layer in new Module<Tensor, Tensor>[] { AlphaDropout() })
        {
            Tensor values = randn(200, 50);
            Tensor dropped = layer.call(values);
            dropped.mean().item<float>().Should().BeApproximately(0, 0.1f);
            dropped.var().item<float>().Should().BeApproximately(1, 0.1f);
            layer.eval();
            layer.call(values).ToArray<float>().Should().Equal(values.ToArray<float>());
        }
    }

    [Test]
    public void Dropout_OfChannels_DropsThemWhole()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        Tensor volumes = torch.ones([3, 50, 2, 2, 2]);
        foreach (Tensor dropped in new[]
        {
            functional.dropout1d(torch.ones(50, 8)), functional.dropout1d(torch.ones(3, 50, 8)), functional.dropout2d(torch.ones(3, 50, 4, 2)),
            functional.dropout3d(volumes), functional.dropout3d(torch.ones(50, 2, 2, 2)), functional.feature_alpha_dropout(volumes, training: true),
        })
        {
            float[] channels = dropped.reshape(-1, 8).std(1).ToArray<float>();
            channels.Should().OnlyContain(spread => spread == 0);
            dropped.ToArray<float>().Distinct().Should().HaveCount(2);
        }
        functional.dropout(volumes, training: false).ToArray<float>().Should().OnlyContain(value => value == 1);
    }

    [Test]
    public void RReLU_InTraining_DrawsSlopes()
    {
        using var scope = NewDisposeScope();
        RReLU layer = RReLU(0.1, 0.3);
        Tensor input = full([1000], -1.0);
        float[] trained = layer.call(input).ToArray<float>();
        trained.Should().OnlyContain(value => value >= -0.3f && value <= -0.1f);
        trained.Distinct().Should().HaveCountGreaterThan(900);
        layer.eval();
        layer.call(input).ToArray<float>().Should().OnlyContain(value => Math.Abs(value + 0.2f) < 1e-6f);
    }

    [Test]
    public void Apply_OfTree_VisitsInnermostFirst()
    {
        using Sequential network = Sequential(Linear(2, 2), Sequential(Tanh()));
        var names = new List<string>();
        network.apply(module => names.Add(module.GetName())).Should().BeSameAs(network);
        names.Should().Equal("Linear", "Tanh", "Sequential", "Sequential");
    }

    [Test]
    public void LoadStateDict_ThatDoesNotFit_NamesEveryFaultAndChangesNothing()
    {
        using var scope = NewDisposeScope();
        Linear layer = Linear(3, 2);
        float[] before = layer.weight.ToArray<float>();
        var source = new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["weight"] = ones(2, 4), ["other"] = ones(1) };
        FluentActions.Invoking(() => layer.load_state_dict(source)).Should().Throw<InvalidOperationException>()
            .WithMessage("*missing keys: bias*unexpected keys: other*shape of weight: [2, 4]*[2, 3]*");
        source["weight"] = ones(2, 3, dtype: float64);
        layer.weight.ToArray<float>().Should().Equal(before);
        (IList<string> missing, IList<string> unexpected) = layer.load_state_dict(source, strict: false);
        missing.Should().Equal("bias");
        unexpected.Should().Equal("other");
        layer.weight.ToArray<float>().Should().OnlyContain(value => value == 1);
        layer.load_state_dict(source, skip: ["bias", "other"]).missing_keys.Should().BeEmpty();
    }

    [Test]
    public void To_OtherType_KeepsObjectsAndGradients()
    {
        using var scope = NewDisposeScope();
        var layer = new BatchNorm1d(3);
        Parameter weight = layer.Weight!;
        layer.call(sin(arange(6.0f)).reshape(2, 3)).sum().backward();
        layer.to(float64).Should().BeSameAs(layer);
        layer.Weight.Should().BeSameAs(weight);
        weight.dtype.Should().Be(float64);
        weight.requires_grad.Should().BeTrue();
        weight.is_leaf.Should().BeTrue();
        weight.Gradient()!.dtype.Should().Be(float64);
        layer.RunningMean!.dtype.Should().Be(float64);
        layer.get_buffer("num_batches_tracked")!.dtype.Should().Be(int64);
        layer.call(sin(arange(6, dtype: float64)).reshape(2, 3)).dtype.Should().Be(float64);
        FluentActions.Invoking(() => layer.to(int64)).Should().Throw<ArgumentException>().WithMessage("*Int64*");
        FluentActions.Invoking(() => layer.to(new Device(DeviceType.CUDA, 99))).Should().Throw<InvalidOperationException>().WithMessage("*99*");
    }

    [Test]
    public void ZeroGrad_OfModule_RemovesOrClearsGradients()
    {
        using var scope = NewDisposeScope();
        Linear layer = Linear(2, 1);
        layer.call(ones(1, 2)).sum().backward();
        layer.zero_grad(set_to_none: false);
        layer.weight.Gradient()!.ToArray<float>().Should().Equal(0, 0);
        layer.zero_grad();
        layer.weight.Gradient().Should().BeNull();
        layer.requires_grad_(false).call(ones(1, 2)).requires_grad.Should().BeFalse();
    }

    [Test]
    public void Names_ThatAreTakenOrDotted_AreRefused()
    {
        using Sequential network = Sequential(("one", Linear(2, 2)));
        using Linear other = Linear(2, 2);
        FluentActions.Invoking(() => network.append("one", other)).Should().Throw<ArgumentException>().WithMessage("*one*");
        FluentActions.Invoking(() => network.append("a.b", other)).Should().Throw<ArgumentException>().WithMessage("*a.b*");
        network.Count.Should().Be(1);
    }

    [Test]
    public void Hooks_OfModule_ChangeInputAndOutputUntilRemoved()
    {
        using var scope = NewDisposeScope();
        Module<Tensor, Tensor> layer = ReLU();
        var before = layer.register_forward_pre_hook((_, input) => input + 1);
        var after = layer.register_forward_hook((_, _, output) => output * 10);
        layer.call(zeros(1)).item<float>().Should().Be(10);
        before.remove();
        after.remove();
        layer.call(ones(1)).item<float>().Should().Be(1);
    }

    [Test]
    public void Parameter_OfComputedTensor_IsALeaf()
    {
        using Tensor data = ones(2, requires_grad: true);
        using var parameter = new Parameter(data * 2);
        parameter.is_leaf.Should().BeTrue();
        parameter.requires_grad.Should().BeTrue();
        parameter.ToArray<float>().Should().Equal(2, 2);
        using Parameter frozen = torch.nn.Parameter(ones(1), requires_grad: false);
        frozen.requires_grad.Should().BeFalse();
    }

    private sealed class Network : Module<Tensor, Tensor>
    {
        private readonly Parameter scale = torch.nn.Parameter(torch.ones(1));
        private readonly Tensor shift = zeros(1);
        private readonly Linear first = torch.nn.Linear(3, 2);
        private readonly ModuleList<Linear> layers = torch.nn.ModuleList(torch.nn.Linear(2, 2), torch.nn.Linear(2, 2));
        private readonly Linear again;

        public Network()
            : base(nameof(Network))
        {
            again = first;
            RegisterComponents();
        }

        public ModuleList<Linear> Layers => layers;

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            Tensor x = again.call(input) * scale + shift;
            foreach (Linear layer in layers)
                x = layer.call(x);
            return x.MoveToOuterDisposeScope();
        }
    }
}
