using System.Collections.Frozen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.DistributionTools;
using Distribution = TorchSharp.torch.distributions.Distribution;
using Tensor = TorchSharp.torch.Tensor;

namespace Shared.Tensors.Distributions;

/// <summary>Kullback-Leibler divergences in closed form.</summary>
/// <remarks>
/// Pairs of one kind: Bernoulli, Beta, Binomial, Categorical, Cauchy, Dirichlet, Exponential, Gamma, Geometric, Gumbel, HalfNormal,
/// Independent, Laplace, LogNormal, MultivariateNormal, Normal, OneHotCategorical, Poisson, Uniform and equally transformed
/// distributions. Mixed pairs: Beta and Uniform, Exponential and Gamma, Gamma and Exponential, Laplace and Normal, Uniform and Normal.
/// </remarks>
public static class KullbackLeibler
{
    private static readonly FrozenDictionary<(Type, Type), Func<Distribution, Distribution, Tensor>> Formulas =
        new[]
        {
            Pair<Bernoulli, Bernoulli>(DiscreteDivergences.Between),
            Pair<Beta, Beta>(ContinuousDivergences.Between),
            Pair<Beta, Uniform>(ContinuousDivergences.Between),
            Pair<Binomial, Binomial>(DiscreteDivergences.Between),
            Pair<Categorical, Categorical>(DiscreteDivergences.Between),
            Pair<Cauchy, Cauchy>(ContinuousDivergences.Between),
            Pair<Dirichlet, Dirichlet>(ContinuousDivergences.Between),
            Pair<Exponential, Exponential>(ContinuousDivergences.Between),
            Pair<Exponential, Gamma>(ContinuousDivergences.Between),
            Pair<Gamma, Exponential>(ContinuousDivergences.Between),
            Pair<Gamma, Gamma>(ContinuousDivergences.Between),
            Pair<Geometric, Geometric>(DiscreteDivergences.Between),
            Pair<Gumbel, Gumbel>(ContinuousDivergences.Between),
            Pair<HalfNormal, HalfNormal>((p, q) => Divergence(p.Base, q.Base)),
            Pair<Independent, Independent>(OfProducts),
            Pair<Laplace, Laplace>(LocationScaleDivergences.Between),
            Pair<Laplace, Normal>(LocationScaleDivergences.Between),
            Pair<MultivariateNormal, MultivariateNormal>(LocationScaleDivergences.Between),
            Pair<Normal, Normal>(LocationScaleDivergences.Between),
            Pair<OneHotCategorical, OneHotCategorical>((p, q) => DiscreteDivergences.Between(p.Categories, q.Categories)),
            Pair<Poisson, Poisson>(DiscreteDivergences.Between),
            Pair<TransformedDistribution, TransformedDistribution>(OfTransformed),
            Pair<Uniform, Normal>(LocationScaleDivergences.Between),
            Pair<Uniform, Uniform>(LocationScaleDivergences.Between),
        }.ToFrozenDictionary();

    /// <summary>The mean under p of log p - log q, of the batch's shape, 0 or more; infinite where q excludes what p allows.</summary>
    /// <exception cref="NotSupportedException">There is no closed form for the pair here.</exception>
    public static Tensor Divergence(Distribution p, Distribution q)
    {
        ArgumentNullException.ThrowIfNull(p);
        ArgumentNullException.ThrowIfNull(q);
        for (var first = p.GetType(); first != typeof(Distribution); first = first.BaseType!)
        {
            for (var second = q.GetType(); second != typeof(Distribution); second = second.BaseType!)
            {
                if (Formulas.TryGetValue((first, second), out var formula))
                    return Evaluate(() => formula(p, q));
            }
        }
        throw new NotSupportedException($"There is no closed form here for the divergence of {p.GetType().Name} from {q.GetType().Name}.");
    }

    private static KeyValuePair<(Type, Type), Func<Distribution, Distribution, Tensor>> Pair<TFirst, TSecond>(Func<TFirst, TSecond, Tensor> formula)
        where TFirst : Distribution
        where TSecond : Distribution =>
        new((typeof(TFirst), typeof(TSecond)), (p, q) => formula((TFirst)p, (TSecond)q));

    private static Tensor OfProducts(Independent p, Independent q) => p.Dimensions == q.Dimensions
        ? SumRightmost(Divergence(p.Base, q.Base), p.Dimensions)
        : throw new NotSupportedException($"The products are over {p.Dimensions} and {q.Dimensions} dimensions.");

    // A one-to-one map leaves the divergence as it was.
    private static Tensor OfTransformed(TransformedDistribution p, TransformedDistribution q)
    {
        if (p.Transforms.Count != q.Transforms.Count || !p.Transforms.Zip(q.Transforms).All(pair => AreSame(pair.First, pair.Second)))
            throw new NotSupportedException("The distributions are not transformed alike.");
        return SumRightmost(Divergence(p.Base, q.Base), p.event_shape.Length - p.Base.event_shape.Length);
    }

    private static bool AreSame(torch.distributions.transforms.Transform first, torch.distributions.transforms.Transform second) =>
        first.bijective && (ReferenceEquals(first, second) || (first.GetType() == second.GetType() && first
            is torch.distributions.transforms.ExpTransform
            or torch.distributions.transforms.TanhTransform
            or torch.distributions.transforms.SigmoidTransform
            or torch.distributions.transforms.SoftplusTransform));
}
