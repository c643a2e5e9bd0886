using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;
using ExponentialFamily = TorchSharp.torch.distributions.ExponentialFamily;

namespace TorchSharp.Modules;

/// <summary>The Dirichlet distribution, over vectors of positive numbers with the sum 1.</summary>
public class Dirichlet : ExponentialFamily
{
    /// <summary>Dirichlet distributions over the last dimension of the parameter.</summary>
    /// <param name="concentration">The shapes, greater than 0; at least one dimension.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A concentration is not greater than 0, or there is no dimension.</exception>
    public Dirichlet(Tensor concentration, Generator? generator = null)
        : base(generator)
    {
        Concentration = Checked(concentration, nameof(concentration), constraints.positive);
        if (concentration.ndim == 0)
            throw new ArgumentException("Dirichlet needs concentration of at least one dimension.", nameof(concentration));
        var shape = concentration.shape;
        _init((Size)shape[..^1], (Size)shape[^1..]);
    }

    internal Tensor Concentration { get; }

    /// <inheritdoc/>
    protected override IList<Tensor> NaturalParams => [Concentration.alias()];

    /// <inheritdoc/>
    public override Tensor mean => Evaluate(() => Concentration / Total.unsqueeze(-1));

    /// <inheritdoc/>
    /// <remarks>Where every concentration is below 1 the density is largest in the corners: the largest one's is returned, as Python does.</remarks>
    private protected override Tensor ModeCore => Evaluate(() =>
    {
        var above = (Concentration - 1).clamp_min(0);
        var peak = above / above.sum(-1, keepdim: true);
        var corner = DistributionOperators.OneHot.Call(Concentration.argmax(-1), Concentration.shape[^1]).type(peak.dtype);
        return corner.where(Concentration.lt(1).all(-1, keepdim: true), peak);
    });

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() =>
    {
        var total = Total.unsqueeze(-1);
        return Concentration * (total - Concentration) / (total.square() * (total + 1));
    });

    private Tensor Total => Concentration.sum(-1);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() =>
        Xlogy(Concentration - 1, value).sum(-1) + Total.lgamma() - Concentration.lgamma().sum(-1));

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() =>
        Concentration.lgamma().sum(-1) - Total.lgamma() - (Concentration.shape[^1] - Total) * Total.digamma()
        - ((Concentration - 1) * Concentration.digamma()).sum(-1));

    /// <inheritdoc/>
    public override Tensor LogNormalizer(params Tensor[] parameters) => Evaluate(() =>
        parameters[0].lgamma().sum(-1) - parameters[0].sum(-1).lgamma());

    private protected override Tensor Draw(long[] sampleShape, Generator? source) =>
        Evaluate(() => Sample(Concentration.expand(ExtendedShape(sampleShape)), source));

    /// <summary>A sample with gradients to the concentration, by implicit differentiation (Figurnov et al., NeurIPS 2018).</summary>
    internal static Tensor Sample(Tensor concentration, Generator? source)
    {
        var still = concentration.detach();
        var x = DistributionOperators.SampleDirichlet.Call(still, source);
        if (!is_grad_enabled() || !concentration.requires_grad)
            return x;
        // libtorch's operator has no derivative: a term of value 0 carries the Jacobian diag(d) - x d'.
        var derivative = DistributionOperators.DirichletGrad.Call(x, still, still.sum(-1, keepdim: true).expand_as(still));
        var change = derivative * (concentration - still);
        return x + (change - x * change.sum(-1, keepdim: true));
    }

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Dirichlet(Widen(Concentration, [.. batch_shape.Shape, event_shape[0]]), generator);
    }
}
