using Shared.Tensors.Distributions;
using TorchSharp;
using static TorchSharp.torch.distributions;

namespace Shared.Tensors.Torch.Tests.Distributions;

/// <summary>The distributions under the names of the golden file.</summary>
internal static class DistributionFactory
{
    public static torch.distributions.Distribution Make(
        string kind, IReadOnlyDictionary<string, torch.Tensor> parameters, torch.Generator? generator = null)
    {
        torch.Tensor Get(string name) => parameters[name];
        torch.Tensor? Try(string name) => parameters.GetValueOrDefault(name);
        // A matrix of free numbers becomes one that is allowed; one that is allowed stays as it is.
        torch.Tensor? Symmetric(string name) => Try(name) is { } matrix ? (matrix + matrix.mT) / 2 : null;
        return kind switch
        {
            "Bernoulli" => Bernoulli(Try("probs"), Try("logits"), generator),
            "Beta" => Beta(Get("concentration1"), Get("concentration0"), generator),
            "Binomial" => Binomial(Get("total_count"), Try("probs"), Try("logits"), generator),
            "Categorical" => Categorical(Try("probs"), Try("logits"), generator),
            "Cauchy" => Cauchy(Get("loc"), Get("scale"), generator),
            "Chi2" => Chi2(Get("df"), generator),
            "Dirichlet" => Dirichlet(Get("concentration"), generator),
            "Exponential" => Exponential(Get("rate"), generator),
            "FisherSnedecor" => FisherSnedecor(Get("df1"), Get("df2"), generator),
            "Gamma" => Gamma(Get("concentration"), Get("rate"), generator),
            "Geometric" => Geometric(Try("probs"), Try("logits"), generator),
            "Gumbel" => Gumbel(Get("loc"), Get("scale"), generator),
            "HalfCauchy" => HalfCauchy(Get("scale"), generator),
            "HalfNormal" => HalfNormal(Get("scale"), generator),
            "IndependentNormal" => Independent(Normal(Get("loc"), Get("scale")), 1, generator),
            "Kumaraswamy" => Kumaraswamy(Get("concentration1"), Get("concentration0"), generator),
            "Laplace" => Laplace(Get("loc"), Get("scale"), generator),
            "LogNormal" => LogNormal(Get("loc"), Get("scale"), generator),
            "Multinomial" => Multinomial(6, Try("probs"), Try("logits"), generator),
            "MultivariateNormal" => new MultivariateNormal(
                Get("loc"), Symmetric("covariance_matrix"), Symmetric("precision_matrix"), Try("scale_tril")?.tril(), generator),
            "Normal" => Normal(Get("loc"), Get("scale"), generator),
            "NormalMixture" => new MixtureSameFamily(Categorical(Get("weights")), Normal(Get("loc"), Get("scale")), generator),
            "OneHotCategorical" => OneHotCategorical(Try("probs"), Try("logits"), generator),
            "Pareto" => Pareto(Get("scale"), Get("alpha"), generator),
            "Poisson" => Poisson(Get("rate"), generator),
            "RelaxedBernoulli" => RelaxedBernoulli(Get("temperature"), Try("probs"), Try("logits"), generator),
            "RelaxedOneHotCategorical" => RelaxedOneHotCategorical(Get("temperature"), Try("probs"), Try("logits"), generator),
            "Squashed" => new TorchSharp.Modules.TransformedDistribution(
                Normal(Get("loc"), Get("scale")), [new transforms.TanhTransform(), new transforms.AffineTransform(0.5, 2)], generator),
            "SquashedVector" => new TorchSharp.Modules.TransformedDistribution(
                Independent(Normal(Get("loc"), Get("scale")), 1), new transforms.TanhTransform(), generator),
            "StudentT" => new StudentT(Get("df"), Get("loc"), Get("scale"), generator),
            "Uniform" => Uniform(Get("low"), Get("high"), generator),
            "VectorMixture" => new MixtureSameFamily(
                Categorical(Get("weights")), Independent(Normal(Get("loc"), Get("scale")), 1), generator),
            "Weibull" => Weibull(Get("scale"), Get("concentration"), generator),
            _ => throw new InvalidDataException($"Unknown distribution {kind}."),
        };
    }
}
