using System.Runtime.InteropServices;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Engine;

public sealed class ErrorTests
{
    [Test]
    public void Shapes_ThatDoNotFit_GiveLibtorchsMessageWithoutItsStack()
    {
        using var scope = torch.NewDisposeScope();
        string message = FluentActions.Invoking(() => torch.ones(2, 3) + torch.ones(4)).Should().Throw<ExternalException>().Which.Message;
        message.Should().Contain("The size of tensor a (3) must match the size of tensor b (4)").And.NotContain("frame #");
    }

    [Test]
    public void Positions_OutOfRange_GiveLibtorchsMessage()
    {
        using torch.Tensor tensor = torch.ones(3);
        FluentActions.Invoking(() => tensor[5]).Should().Throw<ExternalException>().WithMessage("*index 5 out of range*");
    }

    [Test]
    public void Operator_Unknown_IsNamed() =>
        FluentActions.Invoking(() => Op.Call("aten::no_such_thing")).Should().Throw<ExternalException>().WithMessage("*no operator 'aten::no_such_thing'*");

    [Test]
    public void Argument_OfWrongKind_IsNamedWithTheSchema()
    {
        using torch.Tensor tensor = torch.ones(3);
        FluentActions.Invoking(() => Op.Call("aten::add.Tensor", tensor, "x")).Should().Throw<ExternalException>()
            .WithMessage("*argument 'other' must be Tensor, not a string*aten::add.Tensor*");
        FluentActions.Invoking(() => Op.Call("aten::abs", DateTime.UnixEpoch)).Should().Throw<ArgumentException>().WithMessage("*Argument 0*DateTime*");
    }

    [Test]
    public void Item_OfSeveralElementsOrAnotherType_IsRefused()
    {
        using torch.Tensor tensor = torch.ones(3);
        FluentActions.Invoking(() => tensor.item<float>()).Should().Throw<ArgumentException>().WithMessage("*3 elements*");
        FluentActions.Invoking(() => tensor.ToArray<double>()).Should().Throw<ArgumentException>().WithMessage("*Float32*Double*");
    }

    [Test]
    public void Device_ThatIsNotThere_IsRefused()
    {
        using torch.Tensor tensor = torch.ones(3);
        FluentActions.Invoking(() => tensor.ToDevice("cuda:99")).Should().Throw<InvalidOperationException>().WithMessage("*cuda:99*");
    }
}
