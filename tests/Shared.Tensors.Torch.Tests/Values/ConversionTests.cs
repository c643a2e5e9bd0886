using System.Numerics;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

/// <summary>Between tensors and .NET's numbers and arrays, and what is known of types.</summary>
public sealed class ConversionTests
{
    [Test]
    public void Numbers_ToTensorAndBack_AreTheSame()
    {
        using var scope = torch.NewDisposeScope();
        1.5f.ToTensor().dtype.Should().Be(torch.float32);
        1.5f.ToTensor().ToSingle().Should().Be(1.5f);
        (-7L).ToTensor().ToInt64().Should().Be(-7);
        ((byte)200).ToTensor().ToByte().Should().Be(200);
        true.ToTensor().ToBoolean().Should().BeTrue();
        2.75.ToTensor().ToInt32().Should().Be(2);
        (1f, -2f).ToTensor().ToComplexFloat32().Should().Be((1f, -2f));
        new Complex(3, 4).ToTensor().ToComplexFloat64().Should().Be(new Complex(3, 4));
        FluentActions.Invoking(() => 1m.ToTensor()).Should().Throw<ArgumentException>().WithMessage("Decimal*");
    }

    [Test]
    public void ToTensor_OfArray_SharesItsMemoryUnlessCopied()
    {
        using var scope = torch.NewDisposeScope();
        double[] numbers = [1, 2, 3, 4];
        torch.Tensor shared = numbers.ToTensor([2, 2]), copied = numbers.ToTensor([2, 2], doCopy: true);
        numbers[3] = 40;
        shared.ToArray<double>().Should().Equal(1, 2, 3, 40);
        copied.ToArray<double>().Should().Equal(1, 2, 3, 4);
    }

    [Test]
    public void AsTensor_OfTensor_SharesMemoryWhereTypeFits()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor x = torch.zeros(3);
        torch.as_tensor(x).add_(1);
        torch.as_tensor(x, torch.float64).add_(1);
        x.ToArray<float>().Should().Equal(1, 1, 1);
        torch.as_tensor(new[] { 1, 2 }).dtype.Should().Be(torch.int32);
        torch.as_tensor(new[,] { { 1L, 2 }, { 3, 4 } }).shape.Should().Equal(2, 2);
    }

    [Test]
    public void SaveAndLoad_ThroughStream_KeepElements()
    {
        using var scope = torch.NewDisposeScope();
        using var stream = new MemoryStream();
        torch.Tensor stored = torch.complex(torch.tensor([1.0, 2]), torch.tensor([3.0, -4])).conj();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
            stored.Save(writer);
        stream.Position = 0;
        torch.Tensor read = torch.zeros([2], torch.complex128);
        using var reader = new BinaryReader(stream);
        read.Load(reader);
        read.ToArray<Complex>().Should().Equal(new Complex(1, -3), new Complex(2, 4));
    }

    [Test]
    public void ConjugatedView_ReadAsMemory_IsRefused()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor view = torch.complex(torch.ones(2), torch.ones(2)).conj();
        view.is_conj().Should().BeTrue();
        FluentActions.Invoking(() => view.bytes.Length).Should().Throw<InvalidOperationException>().WithMessage("*resolve_conj*");
        view.resolve_conj().is_conj().Should().BeFalse();
    }

    [Test]
    public void Types_Combined_FollowTorchsRules()
    {
        using var scope = torch.NewDisposeScope();
        torch.promote_types(torch.int32, torch.float16).Should().Be(torch.float16);
        torch.promote_types(torch.uint8, torch.int8).Should().Be(torch.int16);
        torch.result_type(torch.ones(2), torch.tensor(1.0)).Should().Be(torch.float32);
        torch.can_cast(torch.float64, torch.int64).Should().BeFalse();
        torch.can_cast(torch.int64, torch.float32).Should().BeTrue();
        torch.get_default_dtype().Should().Be(torch.float32);
    }

    [Test]
    public void Limits_OfFloatingPointTypes_AreTheirs()
    {
        torch.finfo(torch.float32).max.Should().Be(float.MaxValue);
        torch.finfo(torch.float64).eps.Should().Be(double.BitIncrement(1) - 1);
        torch.finfo(torch.float64).tiny.Should().Be(2.2250738585072014e-308);
        torch.finfo(torch.float16).max.Should().Be((double)Half.MaxValue);
        torch.finfo(torch.bfloat16).bits.Should().Be(16);
        FluentActions.Invoking(() => torch.finfo(torch.int32)).Should().Throw<ArgumentException>().WithMessage("Int32*");
    }

    [Test]
    public void BroadcastShapes_OfShapes_IsTheirCommonOne()
    {
        torch.broadcast_shapes([2, 1, 4], [3, 1], []).Shape.Should().Equal(2, 3, 4);
        FluentActions.Invoking(() => torch.broadcast_shapes([2, 3], [4])).Should().Throw<ArgumentException>().WithMessage("*[2, 3], [4]*sizes 3 and 4*");
    }
}
