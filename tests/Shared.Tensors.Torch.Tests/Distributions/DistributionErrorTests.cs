using Shared.Tensors.Distributions;
using TorchSharp;
using static TorchSharp.torch.distributions;

namespace Shared.Tensors.Torch.Tests.Distributions;

/// <summary>Bad parameters are refused with their name; what is missing says so.</summary>
public sealed class DistributionErrorTests
{
    private static torch.Tensor One => torch.tensor(1.0);

    private static IEnumerable<TestCaseData> Bad()
    {
        yield return Case("scale", () => Normal(One, torch.tensor(new[] { 1.0, 0.0 })));
        yield return Case("scale", () => Normal(One, torch.tensor(double.NaN)));
        yield return Case("loc", () => Normal(torch.tensor(double.NaN), One));
        yield return Case("scale", () => Laplace(0.0, -1.0));
        yield return Case("high", () => Uniform(One, One));
        yield return Case("rate", () => Exponential(torch.tensor(-2.0)));
        yield return Case("rate", () => Poisson(-2.0));
        yield return Case("concentration", () => Gamma(torch.tensor(0.0), One));
        yield return Case("df", () => Chi2(torch.tensor(0.0)));
        yield return Case("concentration0", () => Beta(One, torch.tensor(-1.0)));
        yield return Case("concentration", () => Dirichlet(One));
        yield return Case("probs", () => Bernoulli(torch.tensor(1.2)));
        yield return Case("logits", () => Bernoulli(logits: torch.tensor(double.NaN)));
        yield return Case("probs", () => Bernoulli(One, One));
        yield return Case("probs", () => Categorical());
        yield return Case("probs", () => Categorical(torch.tensor(new[] { 0.5, -0.5 })));
        yield return Case("probs", () => Categorical(torch.tensor(new[] { 0.5, 0.5, 0, 0 }, [2, 2])));
        yield return Case("probs", () => Categorical(One));
        yield return Case("probs", () => Geometric(torch.tensor(0.0)));
        yield return Case("total_count", () => Binomial(torch.tensor(1.5), One));
        yield return Case("total_count", () => Multinomial(-1, torch.ones(3)));
        yield return Case("temperature", () => RelaxedBernoulli(torch.tensor(0.0), torch.tensor(0.5)));
        yield return Case("scale", () => Normal(torch.zeros(3), torch.ones(2)));
        yield return Case("reinterpreted_batch_ndims", () => Independent(Normal(0.0), 1));
        yield return Case("covariance", () => new MultivariateNormal(torch.zeros(2), torch.ones([2, 2])));
        yield return Case("covariance", () => new MultivariateNormal(torch.zeros(2), torch.eye(3)));
        yield return Case("scaleTril", () => new MultivariateNormal(torch.zeros(2), scaleTril: torch.ones([2, 2])));
        yield return Case("covariance", () => new MultivariateNormal(torch.zeros(2)));
        yield return Case("components", () => new MixtureSameFamily(Categorical(torch.ones(3)), Normal(torch.zeros(2), torch.ones(2))));
        yield return Case("df", () => new StudentT(torch.tensor(0.0), One, One));

        static TestCaseData Case(string parameter, Func<object> make) => new(parameter, make);
    }

    [TestCaseSource(nameof(Bad))]
    public void Constructor_OfBadParameter_NamesIt(string parameter, Func<object> make)
    {
        using var scope = torch.NewDisposeScope();
        ArgumentException thrown = make.Should().Throw<ArgumentException>().Which;
        thrown.ParamName.Should().Be(parameter);
    }

    [Test]
    public void Message_OfBadScale_ShowsValueAndRange() => FluentActions
        .Invoking(() => Normal(One, torch.tensor(new[] { 1.0, -0.25, 0.0 })))
        .Should().Throw<ArgumentException>().WithMessage("Normal needs scale greater than 0 in every element; it has -0.25, 0.*");

    [Test]
    public void MissingMember_SaysSo()
    {
        FluentActions.Invoking(() => Dirichlet(torch.ones(3)).cdf(torch.ones(3))).Should().Throw<NotSupportedException>().WithMessage("*Dirichlet*cdf*");
        FluentActions.Invoking(() => new MixtureSameFamily(Categorical(torch.ones(2)), Normal(torch.zeros(2), torch.ones(2))).rsample())
            .Should().Throw<NotSupportedException>();
        FluentActions.Invoking(() => Normal(0.0).expand(3, Normal(0.0))).Should().Throw<ArgumentException>().Which.ParamName.Should().Be("instance");
    }

    [Test]
    public void Transforms_OfTooFewDimensions_AreRefused() => FluentActions
        .Invoking(() => new TorchSharp.Modules.TransformedDistribution(Normal(0.0), new transforms.SoftmaxTransform()))
        .Should().Throw<ArgumentException>().WithMessage("*at least 1 dimensions*");
}
