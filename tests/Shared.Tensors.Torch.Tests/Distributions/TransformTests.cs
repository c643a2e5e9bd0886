using TorchSharp;
using static TorchSharp.torch.distributions;

namespace Shared.Tensors.Torch.Tests.Distributions;

/// <summary>Transforms: inverses, Jacobians against autograd, shapes and signs.</summary>
public sealed class TransformTests
{
    private static IEnumerable<TestCaseData> Elementwise()
    {
        yield return Case("exp", () => new transforms.ExpTransform());
        yield return Case("tanh", () => new transforms.TanhTransform());
        yield return Case("sigmoid", () => new transforms.SigmoidTransform());
        yield return Case("softplus", () => new transforms.SoftplusTransform());
        yield return Case("affine of numbers", () => new transforms.AffineTransform(0.3, -2));
        yield return Case("affine of tensors", () => new transforms.AffineTransform(torch.tensor(0.3), torch.tensor(new[] { 0.5, -2, 3 })));
        yield return Case("chain", () => new transforms.ComposeTransform(
            [new transforms.AffineTransform(0.1, 0.7), new transforms.ExpTransform(), new transforms.PowerTransform(torch.tensor(1.5))]));
        yield return Case("inverse", () => new transforms.ComposeTransform(
            [new transforms.SigmoidTransform(), new transforms.AffineTransform(0.2, 0.5)]).inv.inv);
        yield return Case("logarithm", () => new transforms.ComposeTransform(
            [new transforms.SoftplusTransform(), new transforms.ExpTransform().inv]));

        static TestCaseData Case(string name, Func<transforms.Transform> make) => new TestCaseData(make).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Elementwise))]
    public void Elementwise_InverseJacobianAndSign_AgreeWithTheMap(Func<transforms.Transform> make)
    {
        using var scope = torch.NewDisposeScope();
        transforms.Transform transform = make();
        torch.Tensor x = torch.tensor(new[] { -1.4, 0.2, 1.9, -0.3, 0.8, 2.5 }, [2, 3]).requires_grad_();
        torch.Tensor y = transform.forward(x);
        torch.Tensor slope = torch.autograd.grad([y.sum()], [x], retain_graph: true)[0];

        transform.bijective.Should().BeTrue();
        transform.event_dim.Should().Be(0);
        transform.inv.forward(y).allclose(x, rtol: 1e-10).Should().BeTrue();
        transform.inv.inv.forward(x).allclose(y).Should().BeTrue();
        transform.log_abs_det_jacobian(x, y).allclose(slope.abs().log(), rtol: 1e-10).Should().BeTrue();
        transform.inv.log_abs_det_jacobian(y, x).allclose(-slope.abs().log(), rtol: 1e-10).Should().BeTrue();
        (transform.sign * slope).gt(0).all().item<bool>().Should().BeTrue();
        transform.codomain.check(y).all().item<bool>().Should().BeTrue();
        transform.forward_shape([2, 3]).Should().Equal(2, 3);
        transform.inverse_shape([2, 3]).Should().Equal(2, 3);
    }

    [Test]
    public void Single_KeepsItsPrecision_ThroughNumbers()
    {
        using var scope = torch.NewDisposeScope();
        var transform = new transforms.AffineTransform(0.3, 2);
        transform.forward(torch.tensor(1f)).dtype.Should().Be(torch.float32);
        transform.log_abs_det_jacobian(torch.tensor(1f), torch.tensor(2.3f)).dtype.Should().Be(torch.float32);
    }

    [Test]
    public void Independent_SumsTheJacobianOfItsDimensions()
    {
        using var scope = torch.NewDisposeScope();
        var transform = new transforms.IndepdenentTransform(new transforms.ExpTransform(), 1);
        torch.Tensor x = torch.tensor(new[] { 0.5, 1, 2, -1.0 }, [2, 2]);
        transform.event_dim.Should().Be(1);
        transform.log_abs_det_jacobian(x, transform.forward(x)).ToArray<double>().Should().Equal(1.5, 1);
        FluentActions.Invoking(() => transform.forward(torch.tensor(1.0))).Should().Throw<ArgumentException>();
    }

    [Test]
    public void Chain_OfDifferentEventDimensions_SumsToTheLargest()
    {
        using var scope = torch.NewDisposeScope();
        var chain = new transforms.ComposeTransform(
            [new transforms.ExpTransform(), new transforms.IndepdenentTransform(new transforms.AffineTransform(0, 3), 1)]);
        torch.Tensor x = torch.tensor(new[] { 0.5, 1, 2, -1.0 }, [2, 2]);
        chain.event_dim.Should().Be(1);
        chain.log_abs_det_jacobian(x, chain.forward(x)).allclose(x.sum(-1L) + 2 * Math.Log(3)).Should().BeTrue();
    }

    [Test]
    public void Reshape_OfShapes_IsUndone()
    {
        using var scope = torch.NewDisposeScope();
        var transform = new transforms.ReshapeTransform([2, 3], [6]);
        torch.Tensor x = torch.arange(24, torch.float64).reshape(4, 2, 3);
        torch.Tensor y = transform.forward(x);
        y.shape.Should().Equal(4, 6);
        transform.inv.forward(y).eq(x).all().item<bool>().Should().BeTrue();
        transform.log_abs_det_jacobian(x, y).ToArray<double>().Should().Equal(0, 0, 0, 0);
        FluentActions.Invoking(() => transform.forward_shape([4, 3, 2])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new transforms.ReshapeTransform([2], [3])).Should().Throw<ArgumentException>();
    }

    [Test]
    public void SoftmaxAndAbs_AreNotOneToOne()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor x = torch.tensor(new[] { 0.5, -1.0 });
        var softmax = new transforms.SoftmaxTransform();
        softmax.bijective.Should().BeFalse();
        softmax.forward(softmax.inv.forward(softmax.forward(x))).allclose(softmax.forward(x)).Should().BeTrue();
        new transforms.AbsTransform().forward(x).ToArray<double>().Should().Equal(0.5, 1);
        FluentActions.Invoking(() => softmax.log_abs_det_jacobian(x, x)).Should().Throw<NotSupportedException>();
    }

    [Test]
    public void Saturated_InverseOfTheEdge_IsFinite()
    {
        using var scope = torch.NewDisposeScope();
        new transforms.TanhTransform().inv.forward(torch.tensor(new[] { -1f, 1f })).isfinite().all().item<bool>().Should().BeTrue();
        new transforms.SigmoidTransform().inv.forward(torch.tensor(new[] { 0.0, 1.0 })).isfinite().all().item<bool>().Should().BeTrue();
    }
}
