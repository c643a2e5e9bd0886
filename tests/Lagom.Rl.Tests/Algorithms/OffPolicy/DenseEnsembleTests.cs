using static TorchSharp.torch;

namespace Lagom.Rl.Tests;

public sealed class DenseEnsembleTests
{
    [TestCase(1)]
    [TestCase(2)]
    public void Learn_Ensemble_IsThatOfSeparateLayersWithTheirGradients(int members)
    {
        using var ensemble = new DenseEnsemble(members, 3, [5, 4], 2);
        ensemble.Initialize(new RandomStream(1));
        using DisposeScope scope = NewDisposeScope();
        Tensor input = Random([6, 3], 2);
        Tensor weights = members == 1 ? Random([6, 2], 3) : Random([members, 6, 2], 3);

        Tensor outputs = ensemble.Learn(input);
        autograd.backward(outputs, weights);

        for (int member = 0; member < members; member++)
        {
            (Tensor expected, Tensor[] parameters) = Reference(ensemble, input, member);
            Tensor own = members == 1 ? outputs : outputs[member];
            Close(own, expected);
            Close((members == 1 ? ensemble.Evaluate(input) : ensemble.Evaluate(input)[member]), expected);
            if (member == 0)
                Close(ensemble.EvaluateFirst(input), expected);
            autograd.backward(expected, members == 1 ? weights : weights[member]);
            int layer = 0;
            foreach ((Tensor weight, Tensor bias) in Views(ensemble, ensemble.Gradients, member))
            {
                Close(weight, parameters[layer].Gradient()!);
                Close(bias, parameters[layer + 1].Gradient()!);
                layer += 2;
            }
        }
    }

    [Test]
    public void Evaluate_Row_IsThatOfTensors()
    {
        using var network = new DenseEnsemble(1, 3, [37, 21], 5);
        network.Initialize(new RandomStream(1));
        using DisposeScope scope = NewDisposeScope();
        Tensor input = Random([1, 3], 2);
        float[] output = new float[5];

        network.Evaluate(input.ToArray<float>(), output, new float[network.ScratchLength]);

        output.ShouldMatch([.. network.Evaluate(input).ToArray<float>().Select(number => (double)number)], 1e-5, "outputs", 1e-6);
    }

    [Test]
    public void Step_Adam_IsThatOfTorch()
    {
        using var network = new DenseEnsemble(1, 2, [3], 2);
        network.Initialize(new RandomStream(1));
        using var adam = new FlatAdam(network);
        using DisposeScope scope = NewDisposeScope();
        var parameter = nn.Parameter(network.Values.clone());
        var reference = optim.Adam([parameter], lr: 0.01);
        for (int i = 0; i < 5; i++)
        {
            Tensor gradient = Random([parameter.numel()], 10 + i);
            gradient.Numbers().CopyTo(network.Gradients.Numbers());
            parameter.SetGradient(gradient);
            reference.step();
            adam.Step(0.01);
        }

        Close(network.Values, parameter);
        network.Gradients.ToArray<float>().Should().AllBeEquivalentTo(0f);
    }

    private static Tensor Random(long[] shape, long seed)
    {
        var random = new RandomStream(seed);
        float[] numbers = new float[shape.Aggregate(1L, (product, size) => product * size)];
        foreach (ref float number in numbers.AsSpan())
            number = (float)random.NextNormal();
        return tensor(numbers).reshape(shape);
    }

    private static (Tensor Output, Tensor[] Parameters) Reference(DenseEnsemble ensemble, Tensor input, int member)
    {
        var parameters = new List<Tensor>();
        Tensor x = input;
        var layers = Views(ensemble, ensemble.Values, member).ToArray();
        for (int i = 0; i < layers.Length; i++)
        {
            Tensor weight = layers[i].Weight.clone().requires_grad_(), bias = layers[i].Bias.clone().requires_grad_();
            parameters.AddRange([weight, bias]);
            x = x.matmul(weight) + bias;
            if (i + 1 < layers.Length)
                x = x.relu();
        }

        return (x, [.. parameters]);
    }

    private static IEnumerable<(Tensor Weight, Tensor Bias)> Views(DenseEnsemble ensemble, Tensor all, int member)
    {
        int[] sizes = [3, 5, 4, 2];
        long offset = 0;
        for (int i = 0; i < 3; i++)
        {
            long weights = ensemble.Members * sizes[i] * sizes[i + 1], biases = ensemble.Members * sizes[i + 1];
            Tensor weight = all.narrow(0, offset, weights), bias = all.narrow(0, offset + weights, biases).view(ensemble.Members, -1)[member];
            yield return (weight.view(ensemble.Members, sizes[i], sizes[i + 1])[member], bias);
            offset += weights + biases;
        }
    }

    private static void Close(Tensor actual, Tensor expected) =>
        actual.ToArray<float>().ShouldMatch([.. expected.ToArray<float>().Select(number => (double)number)], 1e-5, "numbers", 1e-6);
}
