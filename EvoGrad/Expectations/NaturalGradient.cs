using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>
/// Natural gradients of normal populations: the direction of steepest ascent where steps are measured by how much the distribution changes,
/// which does not depend on the parametrisation.
/// </summary>
/// <remarks><b>Source:</b> Amari (1998), "Natural gradient works efficiently in learning"; Wierstra et al. (2014), "Natural evolution strategies";
/// Glasmachers et al. (2010), "Exponential natural evolution strategies".</remarks>
public static class NaturalGradient
{
    /// <summary>Replaces the gradients that backward left at a population's parameters by natural ones. Call it before the optimizer's step.</summary>
    /// <param name="population">A <see cref="NormalPopulation"/> or <see cref="FullNormalPopulation"/>; parameters without a gradient stay without.</param>
    /// <exception cref="NotSupportedException">The population is of another kind.</exception>
    public static void Apply(IPopulation population)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        switch (population)
        {
            case NormalPopulation normal:
                Apply(normal);
                break;
            case FullNormalPopulation full:
                Apply(full);
                break;
            default:
                throw NotSupported(population);
        }
    }

    /// <summary>
    /// One step of exponential natural evolution strategies: the mean moves by η_μ L G_μ and the covariance becomes L exp(η_L G) Lᵀ, with
    /// G_μ = mean u z, G = mean u (z zᵀ − I), z = L⁻¹(x − μ). No step can make the covariance indefinite.
    /// </summary>
    /// <param name="population">The population, whose parameters are changed.</param>
    /// <param name="sample">Individuals drawn from it.</param>
    /// <param name="utilities">The shaped fitness of each; larger is better. Shape [n].</param>
    /// <param name="meanRate">η_μ. Range: at least 0.</param>
    /// <param name="factorRate">η_L. Range: at least 0.</param>
    /// <exception cref="ArgumentException">Sample and utilities do not fit.</exception>
    public static void ExponentialStep(FullNormalPopulation population, Sample sample, Tensor utilities, double meanRate, double factorRate)
    {
        ArgumentNullException.ThrowIfNull(population);
        if (ExpectationCheck.Values(utilities, sample, population, 0) != 0 || utilities.ndim != 1)
            throw new ArgumentException($"Utilities have shape [{string.Join(", ", utilities.shape)}]; they must be one number for each individual.", nameof(utilities));
        ArgumentOutOfRangeException.ThrowIfNegative(meanRate);
        ArgumentOutOfRangeException.ThrowIfNegative(factorRate);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor z = population.Noise(sample.Individuals).t();
        Tensor weights = (utilities / sample.Count).unsqueeze(1);
        Tensor unit = eye(z.shape[1], z.shape[1], z.dtype, z.device);
        Tensor spread = z.t().matmul(weights * z) - unit * weights.sum();
        Tensor factor = population.Factor.tril();
        // What can fail comes before anything is changed.
        Tensor next = linalg.cholesky(factor.matmul(linalg.matrix_exp(spread * factorRate)).matmul(factor.t()));
        population.Mean.add_(factor.matmul((weights * z).sum(dim: 0)) * meanRate);
        population.Factor.copy_(next);
    }

    internal static bool Supports(IPopulation population) => population is NormalPopulation or FullNormalPopulation;

    internal static NotSupportedException NotSupported(IPopulation population) => new(
        $"{population?.GetType().Name} has no natural gradient here; use a NormalPopulation or a FullNormalPopulation, or the plain gradient.");

    // The Fisher matrix is diagonal: 1/σ² for a mean; for a standard deviation 2/σ², and for its logarithm 2, times the numbers that share it.
    private static void Apply(NormalPopulation population)
    {
        Tensor scale = population.Scale, sigma = population.IsLogScale ? scale.exp() : scale;
        double shared = population.IsIsotropic ? 2.0 * population.Dimension : 2;
        Replace(population.Mean, gradient => gradient * (population.IsIsotropic ? sigma.reshape([]) : sigma).square());
        Replace(scale, gradient => population.IsLogScale ? gradient / shared : gradient * sigma.square() / shared);
    }

    // With Φ the lower triangle and half of the diagonal: ΔL = L Φ(Lᵀ ∂L), for which ΔL Lᵀ + L ΔLᵀ is the natural gradient of the covariance.
    private static void Apply(FullNormalPopulation population)
    {
        Tensor factor = population.Factor.tril();
        Replace(population.Mean, gradient => factor.matmul(factor.t().matmul(gradient)));
        Replace(population.Factor, gradient =>
        {
            Tensor inner = factor.t().matmul(gradient.tril());
            return factor.matmul((inner.tril() + inner.tril(-1)) * 0.5);
        });
    }

    private static void Replace(Tensor parameter, Func<Tensor, Tensor> change)
    {
        if (!parameter.requires_grad || parameter.Gradient() is not { } gradient)
            return;
        parameter.SetGradient(change(gradient));
    }
}
