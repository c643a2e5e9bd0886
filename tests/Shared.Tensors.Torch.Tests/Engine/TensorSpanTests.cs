using System.Numerics.Tensors;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Engine;

/// <summary>.NET's spans over the memory of tensors.</summary>
public sealed class TensorSpanTests
{
    [Test]
    public void Span_WrittenOnEitherSide_IsSeenOnTheOther()
    {
        using torch.Tensor tensor = torch.zeros(2, 3);
        TensorSpan<float> span = tensor.AsTensorSpan<float>();
        span.Lengths.ToArray().Should().Equal((nint)2, (nint)3);
        span[1, 2] = 5;
        tensor[1, 2].item<float>().Should().Be(5);
        tensor[0, 1] = 7f;
        span[0, 1].Should().Be(7);
    }

    [Test]
    public void Span_OfViews_HonoursTheirStrides()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor tensor = torch.arange(24, torch.float64).reshape(2, 3, 4);
        foreach (torch.Tensor view in new[] { tensor.transpose(0, 2), tensor[.., 1..], tensor[torch.TensorIndex.Colon, torch.TensorIndex.Colon, torch.TensorIndex.Slice(0, 4, 2)], tensor[1] })
        {
            double[] expected = view.ToArray<double>();
            double[] actual = new double[expected.Length];
            view.AsReadOnlyTensorSpan<double>().FlattenTo(actual);
            actual.Should().Equal(expected);
            view.AsTensorSpan<double>().FlattenTo(actual);
            actual.Should().Equal(expected);
        }
    }

    [Test]
    public void Span_OfViewIntoATensor_WritesOnlyThere()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor tensor = torch.zeros(3, 3, torch.int64);
        tensor[.., 1].AsTensorSpan<long>().Fill(4);
        tensor.ToArray<long>().Should().Equal(0, 4, 0, 0, 4, 0, 0, 4, 0);
    }

    [Test]
    public void Span_OfNumber_HasOneElement()
    {
        using torch.Tensor number = torch.tensor(2.5);
        number.AsReadOnlyTensorSpan<double>()[0].Should().Be(2.5);
        number.AsTensorSpan<double>()[0] = 3;
        number.item<double>().Should().Be(3);
    }

    [Test]
    public void Span_OfNothing_HasNoElement()
    {
        using torch.Tensor nothing = torch.zeros(0, 3);
        nothing.AsReadOnlyTensorSpan<float>().FlattenedLength.Should().Be((nint)0);
        nothing.AsTensorSpan<float>().FlattenedLength.Should().Be((nint)0);
    }

    [Test]
    public void Span_OfDimensionsOfSizeOne_IsReadable()
    {
        using torch.Tensor tensor = torch.arange(3, torch.float64).reshape(1, 3, 1);
        double[] actual = new double[3];
        tensor.AsReadOnlyTensorSpan<double>().FlattenTo(actual);
        actual.Should().Equal(0, 1, 2);
    }

    [Test]
    public void Span_OfExpandedTensor_CanOnlyBeRead()
    {
        using torch.Tensor row = torch.tensor(new double[] { 1, 2 }), expanded = row.expand(3, 2);
        double[] actual = new double[6];
        expanded.AsReadOnlyTensorSpan<double>().FlattenTo(actual);
        actual.Should().Equal(1, 2, 1, 2, 1, 2);
        FluentActions.Invoking(() => expanded.AsTensorSpan<double>().Fill(1)).Should().Throw<InvalidOperationException>().WithMessage("*dimension 0*clone()*");
    }

    [Test]
    public void Span_OfOtherTypeOrDevice_IsRefusedWithTheReason()
    {
        using torch.Tensor tensor = torch.zeros(2), meta = torch.zeros(2, device: torch.META);
        FluentActions.Invoking(() => tensor.AsTensorSpan<double>().Fill(1)).Should().Throw<ArgumentException>().WithMessage("*Float32*Double*");
        FluentActions.Invoking(() => meta.AsReadOnlyTensorSpan<float>().FlattenedLength).Should().Throw<InvalidOperationException>().WithMessage("*meta*cpu()*");
    }
}
