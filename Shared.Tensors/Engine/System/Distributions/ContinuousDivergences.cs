using TorchSharp.Modules;
using Tensor = TorchSharp.torch.Tensor;

namespace Shared.Tensors.Distributions;

/// <summary>Divergences of distributions over positive numbers, the simplex, and with heavy tails.</summary>
internal static class ContinuousDivergences
{
    private const double Euler = 0.577215664901532860606512090082402431;

    internal static Tensor Between(Beta p, Beta q)
    {
        var (a, b, c, d) = (p.Concentration1, p.Concentration0, q.Concentration1, q.Concentration0);
        var (before, after) = (a + b, c + d);
        return c.lgamma() + d.lgamma() + before.lgamma() - a.lgamma() - b.lgamma() - after.lgamma()
            + (a - c) * a.digamma() + (b - d) * b.digamma() + (after - before) * before.digamma();
    }

    internal static Tensor Between(Beta p, Uniform q) =>
        (-p.entropy() + (q.High - q.Low).log()).masked_fill(q.Low.gt(0).logical_or(q.High.lt(1)), double.PositiveInfinity);

    internal static Tensor Between(Cauchy p, Cauchy q) =>
        ((p.Scale + q.Scale).square() + (p.Loc - q.Loc).square()).log() - (p.Scale * q.Scale * 4).log();

    internal static Tensor Between(Dirichlet p, Dirichlet q)
    {
        var (before, after) = (p.Concentration, q.Concentration);
        var total = before.sum(-1);
        return total.lgamma() - after.sum(-1).lgamma() - (before.lgamma() - after.lgamma()).sum(-1)
            + ((before - after) * (before.digamma() - total.digamma().unsqueeze(-1))).sum(-1);
    }

    internal static Tensor Between(Exponential p, Exponential q)
    {
        var ratio = q.Rate / p.Rate;
        return ratio - ratio.log() - 1;
    }

    internal static Tensor Between(Exponential p, Gamma q)
    {
        var ratio = q.Rate / p.Rate;
        return ratio - q.Concentration * ratio.log() + q.Concentration.lgamma() + q.Concentration * Euler - (1 + Euler);
    }

    internal static Tensor Between(Gamma p, Exponential q) =>
        -p.entropy() - q.Rate.log() + q.Rate * p.Concentration / p.Rate;

    internal static Tensor Between(Gamma p, Gamma q) =>
        q.Concentration * (p.Rate / q.Rate).log() + q.Concentration.lgamma() - p.Concentration.lgamma()
        + (p.Concentration - q.Concentration) * p.Concentration.digamma() + (q.Rate - p.Rate) * (p.Concentration / p.Rate);

    internal static Tensor Between(Gumbel p, Gumbel q)
    {
        var ratio = p.Scale / q.Scale;
        var distance = (p.Loc - q.Loc) / q.Scale;
        return distance - ratio.log() + ratio * Euler + ((1 + ratio).lgamma() - distance).exp() - (1 + Euler);
    }
}
