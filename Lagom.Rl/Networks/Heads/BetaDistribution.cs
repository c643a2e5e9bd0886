using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>Numbers in (0, 1), independent of one another, with Beta densities; actions are [batch, dimensions].</summary>
/// <remarks><b>Source:</b> Chou, Maturana and Scherer (2017), "Improving stochastic policy gradients in continuous control with deep reinforcement learning using the Beta distribution".</remarks>
public sealed class BetaDistribution : ActionDistribution
{
    private const double Margin = 1e-6;

    /// <summary>Makes the distribution.</summary>
    /// <param name="alpha">The first shapes [batch, dimensions]. Range: positive.</param>
    /// <param name="beta">The second shapes [batch, dimensions]. Range: positive.</param>
    public BetaDistribution(Tensor alpha, Tensor beta)
    {
        ArgumentNullException.ThrowIfNull(alpha);
        ArgumentNullException.ThrowIfNull(beta);
        Alpha = alpha;
        Beta = beta;
    }

    /// <summary>The first shapes [batch, dimensions].</summary>
    public Tensor Alpha { get; }

    /// <summary>The second shapes [batch, dimensions].</summary>
    public Tensor Beta { get; }

    /// <summary>The means α / (α + β) [batch, dimensions].</summary>
    /// <remarks>The density of a flat or hollow distribution has no single highest place; its mean is always inside.</remarks>
    public override Tensor Mode
    {
        get
        {
            using DisposeScope scope = NewDisposeScope();
            return (Alpha / (Alpha + Beta)).MoveToOuterDisposeScope();
        }
    }

    /// <inheritdoc/>
    /// <remarks>No gradient flows through the draw.</remarks>
    public override Tensor Sample(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        using DisposeScope scope = NewDisposeScope();
        float[] alpha = Alpha.detach().type(ScalarType.Float32).ToArray<float>();
        float[] beta = Beta.detach().type(ScalarType.Float32).ToArray<float>();
        var actions = new double[alpha.Length];
        for (int i = 0; i < actions.Length; i++)
            actions[i] = Math.Clamp(GammaSampler.Beta(alpha[i], beta[i], random), Margin, 1 - Margin);
        return tensor(actions, Alpha.shape, dtype: Alpha.dtype, device: Alpha.device).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    /// <remarks>Actions at 0 and 1 count as those a millionth away.</remarks>
    public override Tensor LogProbability(Tensor actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        using DisposeScope scope = NewDisposeScope();
        Tensor x = actions.clamp(Margin, 1 - Margin);
        return ((Alpha - 1) * x.log() + (Beta - 1) * (1 - x).log() - LogNormalizer()).sum(-1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor Entropy()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor total = Alpha + Beta;
        return (LogNormalizer() - (Alpha - 1) * Alpha.digamma() - (Beta - 1) * Beta.digamma() + (total - 2) * total.digamma())
            .sum(-1).MoveToOuterDisposeScope();
    }

    private Tensor LogNormalizer() => Alpha.lgamma() + Beta.lgamma() - (Alpha + Beta).lgamma();
}
