using System.Globalization;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Engine;

/// <summary>Tensors as text.</summary>
public sealed class TensorTextTests
{
    [Test]
    public void Numpy_OfMatrix_IsNestedBrackets()
    {
        using torch.Tensor tensor = torch.tensor(new[] { 1.5, -2, 1e10, 0.123456 }, 2, 2);
        tensor.ToString(torch.numpy, newLine: "\n").Should().Be("[[1.5 -2]\n [1E+10 0.12346]]");
        tensor.ToString(torch.numpy, "F2", 5, CultureInfo.InvariantCulture, "\n").Should().StartWith("[[ 1.50 -2.00]");
    }

    [Test]
    public void Julia_OfThreeDimensions_IsATableForEachMatrix()
    {
        using torch.Tensor tensor = torch.arange(8).reshape(2, 2, 2);
        tensor.ToString(torch.julia, newLine: "|").Should().Be("[2x2x2], type = Int64, device = cpu|[0,..,..] =| 0 1| 2 3|[1,..,..] =| 4 5| 6 7");
    }

    [Test]
    public void Text_OfManyElements_KeepsTheEnds()
    {
        using torch.Tensor tensor = torch.arange(2000);
        tensor.ToString(torch.numpy).Should().Be("[0 1 2 ... 1997 1998 1999]");
    }

    [Test]
    public void Text_OfBoolAndNumberAndNothing_IsReadable()
    {
        using torch.Tensor flags = torch.tensor(new[] { true, false }), number = torch.tensor(3f), nothing = torch.zeros(0);
        flags.ToString(torch.numpy).Should().Be("[True False]");
        number.ToString(torch.numpy).Should().Be("3");
        nothing.ToString(torch.numpy).Should().Be("[]");
        number.ToString(TensorStringStyle.Metadata).Should().Be(number.ToString()).And.Be("[], type = Float32, device = cpu");
    }
}
