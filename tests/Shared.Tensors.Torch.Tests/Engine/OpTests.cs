using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Engine;

public sealed class OpTests
{
    [Test]
    public void Call_ByName_DoesWhatTheMethodDoes()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor x = torch.arange(6.0, torch.float64).view(2, 3);
        Op.Call("aten::sum.dim_IntList", x, new long[] { 1 }, true).ToArray<double>().Should().Equal(3, 12);
        Op.Call("aten::cat", new List<torch.Tensor> { x, x }, 1).shape.Should().Equal(2, 6);
        Op.Call("aten::add.Scalar", x, (Scalar)1, 2).ToArray<double>()[0].Should().Be(2);
    }

    [Test]
    public void CallAll_GivesEveryKindOfResult()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor x = torch.eye(2, dtype: torch.float64);
        Op.CallAll("aten::linalg_slogdet", x).Should().HaveCount(2).And.AllBeOfType<torch.Tensor>();
        Op.CallAll("aten::equal", x, x).Should().Equal(true);
        Op.CallAll("aten::unbind.int", x, 0).Single().Should().BeOfType<torch.Tensor[]>().Which.Should().HaveCount(2);
        Op.CallAll("aten::item", x.sum()).Should().Equal(2.0);
    }

    [TestCase("aten::unbind.int", 0, "TensorList")]
    [TestCase("aten::size.int", 0, "Int")]
    public void Call_WhatGivesNoTensor_ThrowsAndKeepsNothing(string name, int argument, string kind)
    {
        using torch.Tensor x = torch.eye(2, dtype: torch.float64);
        Garbage.Collect();
        long before = TensorRuntime.LiveTensors;
        FluentActions.Invoking(() => Op.Call(name, x, argument)).Should().Throw<InvalidOperationException>().WithMessage($"*{name}*{kind}*a tensor*");
        TensorRuntime.LiveTensors.Should().Be(before);
    }

    [Test]
    public void Schema_IsLibtorchs() => Op.Schema("aten::relu").Should().Be("aten::relu(Tensor self) -> Tensor");
}
