using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Engine;

/// <summary>Functions over rows.</summary>
[NonParallelizable]
public sealed class BatchTests
{
    [Test]
    public void Map_OfRowFunction_StacksItsResultsAndPassesGradients()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor input = torch.arange(6, torch.float64).reshape(3, 2).requires_grad_();
        torch.Tensor result = Batch.Map(input, row => (row * row).sum() * 2);
        result.ToArray<double>().Should().Equal(2, 26, 82);
        result.sum().backward();
        input.Gradient()!.ToArray<double>().Should().Equal(0, 4, 8, 12, 16, 20);
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(100)]
    public void Chunked_OfBatchFunction_IsTheFunctionOfTheWhole(long rows)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor input = torch.randn(7, 3);
        long largest = 0;
        torch.Tensor result = Batch.Chunked(input, rows, chunk =>
        {
            largest = Math.Max(largest, chunk.shape[0]);
            return chunk.exp().sum(1);
        });
        result.ToArray<float>().Should().Equal(input.exp().sum(1).ToArray<float>());
        largest.Should().Be(Math.Min(rows, 7));
    }

    [Test]
    public void Chunked_Always_KeepsOnlyTheResult()
    {
        using torch.Tensor input = torch.ones(10, 4);
        Garbage.Collect();
        long before = TensorRuntime.LiveTensors;
        using (torch.Tensor result = Batch.Chunked(input, 3, chunk => chunk.exp().mul(2).sum(1)))
            TensorRuntime.LiveTensors.Should().Be(before + 1);
        TensorRuntime.LiveTensors.Should().Be(before);
    }

    [Test]
    public void Chunked_WhoseFunctionThrows_PassesTheExceptionAndLeavesNoTensor()
    {
        using torch.Tensor input = torch.ones(10, 4);
        Garbage.Collect();
        long before = TensorRuntime.LiveTensors;
        int calls = 0;
        FluentActions.Invoking(() => Batch.Chunked(input, 3, chunk => ++calls == 3 ? throw new InvalidDataException("third") : chunk.exp()))
            .Should().Throw<InvalidDataException>().WithMessage("third");
        TensorRuntime.LiveTensors.Should().Be(before);
    }

    [Test]
    public void Jacobian_OfElementwiseAndMixedFunction_IsTheMatrixOfDerivatives()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor x = torch.tensor(new[] { 1.0, 2, 3 }).requires_grad_();
        torch.Tensor y = torch.stack([x[0] * x[1], x[2].pow(2)]);
        torch.Tensor jacobian = Batch.Jacobian(y, x);
        jacobian.shape.Should().Equal(2, 3);
        jacobian.ToArray<double>().Should().Equal(2, 1, 0, 0, 0, 6);
        jacobian.requires_grad.Should().BeFalse();
    }

    [Test]
    public void RowGradients_OfLosses_AreThoseOfEachAlone()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor weight = torch.tensor(new[] { 0.5, -1 }).requires_grad_(), unused = torch.ones(1, torch.float64).requires_grad_();
        torch.Tensor data = torch.tensor(new[] { 1.0, 2, 3, 4 }, 2, 2);
        IReadOnlyList<torch.Tensor> gradients = Batch.RowGradients(data.matmul(weight).pow(2), [weight, unused]);
        gradients[0].ToArray<double>().Should().Equal(-3, -6, -15, -20);
        gradients[1].ToArray<double>().Should().Equal(0, 0);
    }

    [Test]
    public void Map_WithoutRows_IsRefused()
    {
        using torch.Tensor none = torch.zeros(0, 2);
        FluentActions.Invoking(() => Batch.Map(none, row => row)).Should().Throw<ArgumentException>().WithParameterName("input");
        FluentActions.Invoking(() => Batch.Chunked(none, 0, row => row)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("rows");
    }
}
