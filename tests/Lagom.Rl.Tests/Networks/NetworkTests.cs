using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lagom.Rl.Tests.Networks;

public sealed class NetworkTests
{
    private static JsonElement Vectors => Golden.Read("lagom/networks.json");

    [Test]
    public void OrthogonalOf_GoldenNormals_GivesGoldenWeights()
    {
        foreach (JsonElement item in Vectors.Items("orthogonal"))
        {
            double[] normals = item.Numbers("normal_matrix");
            int rows = item.GetProperty("normal_matrix").GetArrayLength();
            Initialization.OrthogonalOf(normals, rows, normals.Length / rows, item.Number("gain"))
                .ShouldMatch(item.Numbers("weight"), 1e-10, "weight");
        }
    }

    [TestCase(64, 4)]
    [TestCase(3, 7)]
    public void Orthogonal_DenseLayer_HasOrthonormalRowsOrColumns(int outputs, int inputs)
    {
        using Linear layer = Initialization.Orthogonal(nn.Linear(inputs, outputs), new RandomStream(1), gain: 2, bias: 0.5);
        using DisposeScope scope = NewDisposeScope();
        Tensor w = layer.weight.detach();
        Tensor product = (outputs > inputs ? w.t().mm(w) : w.mm(w.t())) / 4;
        product.ToArray<float>().ShouldMatch(eye(Math.Min(outputs, inputs)).ToArray<float>().Select(n => (double)n).ToArray(), 1e-5, "product", 1e-5);
        layer.bias!.ToArray<float>().Should().AllBeEquivalentTo(0.5f);
    }

    [Test]
    public void Orthogonal_ByGate_MakesEveryBlockOrthogonal()
    {
        using var cell = new LayerNormLstmCell(3, 5, new RandomStream(2));
        using DisposeScope scope = NewDisposeScope();
        Tensor weight = cell.get_parameter("weight_hh")!.detach();
        foreach (Tensor gate in weight.chunk(4, 0))
            gate.mm(gate.t()).ToArray<float>().ShouldMatch([.. eye(5).ToArray<float>().Select(n => (double)n)], 1e-5, "gate", 1e-5);
    }

    [Test]
    public void Orthogonal_LayerWithoutMatrix_IsRefused()
    {
        using nn.Module<Tensor, Tensor> activation = nn.Tanh();
        FluentActions.Invoking(() => Initialization.Orthogonal(activation, new RandomStream(1))).Should().Throw<ArgumentException>().WithMessage("*weight*");
        using Linear plain = nn.Linear(2, 3, hasBias: false);
        FluentActions.Invoking(() => Initialization.Orthogonal(plain, new RandomStream(1))).Should().NotThrow();
        FluentActions.Invoking(() => Initialization.Orthogonal(plain, new RandomStream(1), blocks: 2)).Should().Throw<ArgumentException>().WithMessage("*2 equal blocks*");
    }

    [Test]
    public void LinearLearningRate_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("linear_lr"))
        {
            using Linear layer = nn.Linear(1, 1);
            using optim.Optimizer optimizer = optim.Adam(layer.parameters(), item.Number("initial_lr"));
            var schedule = new LinearLearningRate(optimizer, (long)item.Number("N"), item.Number("min_lr"));
            double[] steps = item.Numbers("step"), rates = item.Numbers("lr");
            for (int i = 0; i < steps.Length; i++)
            {
                schedule.MoveTo((long)steps[i]);
                optimizer.ParamGroups.Single().LearningRate.Should().BeApproximately(rates[i], 1e-12 * rates[i]);
            }
        }
    }

    [Test]
    public void NetworkLayers_GoldenShapes_Match()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement[] shapes = [.. Vectors.Items("shapes")];
        var random = new RandomStream(3);
        using ModuleList<Linear> dense = NetworkLayers.FullyConnected(3, [4, 5, 6], random);
        dense.ParameterCount().Should().Be((long)shapes[0].Number("num_params"));

        using ModuleList<Shared.Tensors.Layers.Conv2d> convolutional = NetworkLayers.Convolutional(3, [16, 32], [4, 3], [2, 1], [1, 0], random);
        Check(shapes[1], convolutional.ParameterCount(), convolutional);
        using ModuleList<Shared.Tensors.Layers.ConvTranspose2d> transposed =
            NetworkLayers.TransposedConvolutional(3, [16, 32], [4, 3], [2, 1], [1, 0], [1, 0], random);
        Check(shapes[2], transposed.ParameterCount(), transposed);

        static void Check(JsonElement expected, long parameters, IEnumerable<nn.Module<Tensor, Tensor>> layers)
        {
            parameters.Should().Be((long)expected.Number("num_params"));
            Tensor x = zeros([.. expected.Numbers("input").Select(n => (long)n)]);
            foreach ((nn.Module<Tensor, Tensor> layer, JsonElement after) in layers.Zip(expected.Items("after_layer")))
            {
                x = layer.call(x);
                x.shape.Should().Equal(after.Numbers().Select(n => (long)n));
            }
        }
    }

    [Test]
    public void NetworkLayers_ListsOfDifferentLengths_AreRefused() =>
        FluentActions.Invoking(() => NetworkLayers.Convolutional(3, [4, 5], [3, 3], [1], [0, 0], new RandomStream(1)))
            .Should().Throw<ArgumentException>().WithMessage("*strides has 1*2 layers*");

    [Test]
    public void ToVector_GoldenLayer_IsRowMajorInOrderOfRegistration()
    {
        JsonElement expected = Vectors.GetProperty("to_vec");
        using Linear layer = nn.Linear(2, 3);
        layer.FromVector(expected.GetProperty("vector").Singles());
        layer.weight.ToArray<float>().ShouldMatch(expected.Numbers("weight_3x2"), 0, "weight");
        layer.bias!.ToArray<float>().ShouldMatch(expected.Numbers("bias"), 0, "bias");
        using Tensor vector = layer.ToVector();
        vector.requires_grad.Should().BeTrue();
        vector.ToArray<float>().ShouldMatch(expected.Numbers("vector"), 0, "vector");
        var copy = new float[9];
        layer.ToVector(copy);
        copy.ShouldMatch(expected.Numbers("vector"), 0, "copy");
        FluentActions.Invoking(() => layer.FromVector(new float[10])).Should().Throw<ArgumentException>().WithMessage("*10 numbers*9 parameters*");
    }

    [Test]
    public void ParameterCounts_FrozenLayer_CountsApart()
    {
        using var network = new Mlp(4, [8], 2, Activation.Relu, new RandomStream(1));
        network.Layers[0].weight.requires_grad = false;
        network.ParameterCount().Should().Be(58);
        network.FrozenParameterCount().Should().Be(32);
        network.TrainableParameterCount().Should().Be(26);
    }

    [Test]
    public void Mlp_SameSeed_IsTheSameNetwork()
    {
        using DisposeScope scope = NewDisposeScope();
        using Mlp one = new Mlp(3, [5, 5], 2, Activation.Tanh, new RandomStream(7)).Orthogonalize(new RandomStream(8), outputGain: 0.01);
        using Mlp other = new Mlp(3, [5, 5], 2, Activation.Tanh, new RandomStream(7)).Orthogonalize(new RandomStream(8), outputGain: 0.01);
        Tensor x = ones(4, 3);
        one.call(x).ToArray<float>().Should().Equal(other.call(x).ToArray<float>());
        one.call(x).abs().max().item<float>().Should().BeLessThan(0.1f).And.BePositive();
    }

    [Test]
    public void Networks_AfterUse_LeaveNoTensors()
    {
        Use();
        long before = Living();
        Use();
        Living().Should().Be(before);

        static void Use()
        {
            using DisposeScope scope = NewDisposeScope();
            using var network = new Mlp(3, [5], 4, Activation.Relu, new RandomStream(1));
            using var head = new SquashedGaussianHead(4, 2, new RandomStream(2));
            using var lstm = new LayerNormLstm(3, 4, new RandomStream(3), layers: 2);
            head.call(network.call(ones(2, 3))).Sample(new RandomStream(4)).sum().backward();
            lstm.Run(ones(3, 2, 3), lstm.Start(2)).Output.sum().backward();
        }

        static long Living()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return TensorRuntime.LiveTensors;
        }
    }
}
