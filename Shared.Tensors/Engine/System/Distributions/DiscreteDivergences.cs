using TorchSharp.Modules;
using static TorchSharp.DistributionTools;
using Tensor = TorchSharp.torch.Tensor;

namespace Shared.Tensors.Distributions;

/// <summary>Divergences of distributions over separate values.</summary>
internal static class DiscreteDivergences
{
    internal static Tensor Between(Bernoulli p, Bernoulli q) =>
        Term(p.Odds.Probs, q.Odds.Probs, LogSigmoid(p.Odds.Logits), LogSigmoid(q.Odds.Logits))
        + Term(1 - p.Odds.Probs, 1 - q.Odds.Probs, LogSigmoid(-p.Odds.Logits), LogSigmoid(-q.Odds.Logits));

    internal static Tensor Between(Binomial p, Binomial q)
    {
        // The value p.TotalCount is impossible under fewer trials; under more there is no closed form.
        if (p.TotalCount.lt(q.TotalCount).any().item<bool>())
            throw new NotSupportedException("There is no closed form for a binomial distribution of fewer trials than the other's.");
        var one = p.Odds.Probs * (LogSigmoid(p.Odds.Logits) - LogSigmoid(q.Odds.Logits))
            + (1 - p.Odds.Probs) * (LogSigmoid(-p.Odds.Logits) - LogSigmoid(-q.Odds.Logits));
        return (p.TotalCount * one).masked_fill(p.TotalCount.gt(q.TotalCount), double.PositiveInfinity);
    }

    internal static Tensor Between(Categorical p, Categorical q) => Term(p.Probs, q.Probs, p.Logits, q.Logits).sum(-1);

    internal static Tensor Between(Geometric p, Geometric q) =>
        -p.entropy() - (-q.Odds.Probs).log1p() / p.Odds.Probs - q.Odds.Logits;

    internal static Tensor Between(Poisson p, Poisson q) => Xlogy(p.Rate, p.Rate / q.Rate) - (p.Rate - q.Rate);

    // p (log p - log q), 0 where p is 0 and infinite where q alone is.
    private static Tensor Term(Tensor p, Tensor q, Tensor logP, Tensor logQ) =>
        (p * (logP - logQ)).masked_fill(q.eq(0), double.PositiveInfinity).masked_fill(p.eq(0), 0);
}
