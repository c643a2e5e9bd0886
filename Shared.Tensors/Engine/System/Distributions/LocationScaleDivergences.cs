using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Shared.Tensors.Distributions;

/// <summary>Divergences of distributions with a location and a scale.</summary>
internal static class LocationScaleDivergences
{
    internal static Tensor Between(Normal p, Normal q)
    {
        var ratio = (p.Scale / q.Scale).square();
        return (ratio + ((p.Loc - q.Loc) / q.Scale).square() - 1 - ratio.log()) * 0.5;
    }

    internal static Tensor Between(MultivariateNormal p, MultivariateNormal q)
    {
        if (p.event_shape[0] != q.event_shape[0])
            throw new ArgumentException($"The distributions are over vectors of {p.event_shape[0]} and {q.event_shape[0]} numbers.", nameof(q));
        var determinants = MultivariateNormal.HalfLogDeterminant(q.Factor) - MultivariateNormal.HalfLogDeterminant(p.Factor);
        var trace = LinalgOperators.SolveTriangular.Call(q.Factor, p.Factor, false).square().sum([-2, -1]);
        var distance = MultivariateNormal.SquaredDistance(q.Factor, q.Loc - p.Loc);
        return determinants + (trace + distance - p.event_shape[0]) * 0.5;
    }

    internal static Tensor Between(Laplace p, Laplace q)
    {
        var ratio = p.Scale / q.Scale;
        var distance = (p.Loc - q.Loc).abs();
        return -ratio.log() + distance / q.Scale + ratio * (-distance / p.Scale).exp() - 1;
    }

    internal static Tensor Between(Laplace p, Normal q)
    {
        var ratio = (p.Scale / q.Scale).square();
        return ratio + ((p.Loc - q.Loc) / q.Scale).square() * 0.5 - 1 - (ratio * (2 / Math.PI)).log() * 0.5;
    }

    internal static Tensor Between(Uniform p, Normal q)
    {
        var width = p.High - p.Low;
        var middle = (p.High + p.Low) * 0.5;
        return (q.Scale / width).log() + 0.5 * Math.Log(2 * Math.PI)
            + (width.square() / 12 + (middle - q.Loc).square()) * 0.5 / q.Scale.square();
    }

    internal static Tensor Between(Uniform p, Uniform q) =>
        ((q.High - q.Low) / (p.High - p.Low)).log()
            .masked_fill(q.Low.gt(p.Low).logical_or(q.High.lt(p.High)), double.PositiveInfinity);
}
