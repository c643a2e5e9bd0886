using Shared.Tensors.Torch.Tests.Values;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Autograd;

/// <summary>Gradients against central differences, in double precision.</summary>
public sealed class GradientTests
{
    private const double Step = 1e-5;

    private static IEnumerable<TestCaseData> Cases => ValueCases.Differentiable.Select(one => new TestCaseData(one.Python));

    [TestCaseSource(nameof(Cases))]
    public void Grad_OfFunction_IsThatOfCentralDifferences(string python)
    {
        using var scope = torch.NewDisposeScope();
        ValueCase one = ValueCases.All.Single(value => value.Python == python);
        var inputs = new ValueInputs();
        torch.Tensor[] leaves = [.. inputs.Real.Select(input => input.Value.requires_grad_())];

        torch.Tensor sum = Weighted(one.Call(inputs));
        IList<torch.Tensor> gradients = torch.autograd.grad([sum], leaves, allow_unused: true);

        gradients.Should().Contain(gradient => !ReferenceEquals(gradient, null), "the function depends on an input");
        for (int i = 0; i < leaves.Length; i++)
        {
            if (gradients[i] is null)
                continue;
            double[] actual = gradients[i].ToArray<double>();
            double[] expected = Differences(one, inputs, leaves[i]);
            for (int k = 0; k < actual.Length; k++)
                actual[k].Should().BeApproximately(expected[k], 1e-6 * Math.Max(1, Math.Abs(expected[k])), "input {0} element {1}", i, k);
        }
    }

    [Test]
    public void Grad_WithCreateGraph_CanBeDifferentiatedAgain()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor x = torch.tensor(new[] { 1.0, -2.0, 0.5 }, requires_grad: true);
        torch.Tensor first = torch.autograd.grad([x.pow(3).sum()], [x], create_graph: true)[0];
        torch.Tensor second = torch.autograd.grad([first.sum()], [x], create_graph: true)[0];
        torch.Tensor third = torch.autograd.grad([second.sum()], [x])[0];

        first.ToArray<double>().Should().Equal(3, 12, 0.75);
        second.ToArray<double>().Should().Equal(6, -12, 3);
        third.ToArray<double>().Should().Equal(6, 6, 6);
    }

    [Test]
    public void Backward_Twice_AddsGradients()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor x = torch.tensor(new[] { 1.0, 2.0 }, requires_grad: true);
        x.Gradient().Should().BeNull();
        x.square().sum().backward();
        x.square().sum().backward();

        x.Gradient()!.ToArray<double>().Should().Equal(4, 8);
        x.SetGradient(null);
        x.Gradient().Should().BeNull();
    }

    [Test]
    public void Modes_WithinTheirScope_RecordNothingAndEndWithIt()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor x = torch.ones(2, requires_grad: true);
        using (torch.no_grad())
        {
            torch.is_grad_enabled().Should().BeFalse();
            (x * 2).requires_grad.Should().BeFalse();
            using (torch.enable_grad())
                (x * 2).requires_grad.Should().BeTrue();
        }
        using (torch.inference_mode())
            torch.is_inference_mode_enabled().Should().BeTrue();
        torch.is_inference_mode_enabled().Should().BeFalse();
        torch.is_grad_enabled().Should().BeTrue();
        (x * 2).requires_grad.Should().BeTrue();
    }

    private static torch.Tensor Weighted(torch.Tensor result)
    {
        torch.Tensor weights = torch.linspace(0.5, 1.5, result.numel(), torch.float64).reshape(result.shape);
        return (result * weights).sum();
    }

    private static double[] Differences(ValueCase one, ValueInputs inputs, torch.Tensor leaf)
    {
        using var _ = torch.no_grad();
        torch.Tensor flat = leaf.detach().view(-1);
        var slopes = new double[flat.numel()];
        for (int i = 0; i < slopes.Length; i++)
        {
            double value = flat[i].item<double>();
            flat[i] = value + Step;
            double above = Weighted(one.Call(inputs)).item<double>();
            flat[i] = value - Step;
            double below = Weighted(one.Call(inputs)).item<double>();
            flat[i] = value;
            slopes[i] = (above - below) / (2 * Step);
        }
        return slopes;
    }
}
