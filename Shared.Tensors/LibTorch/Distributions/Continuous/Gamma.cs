using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;
using ExponentialFamily = TorchSharp.torch.distributions.ExponentialFamily;

namespace TorchSharp.Modules;

/// <summary>The gamma distribution of a shape and a rate.</summary>
public class Gamma : ExponentialFamily
{
    /// <summary>Gamma distributions.</summary>
    /// <param name="concentration">The shapes, greater than 0.</param>
    /// <param name="rate">The rates, greater than 0: one over the scales.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    public Gamma(Tensor concentration, Tensor rate, Generator? generator = null)
        : base(generator)
    {
        Checked(concentration, nameof(concentration), constraints.positive);
        Checked(rate, nameof(rate), constraints.positive);
        var shape = Broadcast((nameof(concentration), concentration.shape), (nameof(rate), rate.shape));
        Concentration = Hold(concentration, shape);
        Rate = Hold(rate, shape);
        _init(shape);
    }

    internal Tensor Concentration { get; }

    internal Tensor Rate { get; }

    /// <inheritdoc/>
    protected override IList<Tensor> NaturalParams => [Concentration.sub(1), Rate.neg()];

    /// <inheritdoc/>
    protected override Tensor MeanCarrierMeasure => Rate.zeros_like();

    /// <inheritdoc/>
    public override Tensor mean => Concentration / Rate;

    /// <inheritdoc/>
    private protected override Tensor ModeCore => Evaluate(() => ((Concentration - 1) / Rate).clamp_min(0));

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => Concentration / Rate.square());

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() => Xlogy(Concentration, Rate) + Xlogy(Concentration - 1, value) - Rate * value - Concentration.lgamma());

    /// <inheritdoc/>
    private protected override Tensor CdfCore(Tensor value) => Evaluate(() => special.gammainc(Concentration, Rate * value));

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => Concentration - Rate.log() + Concentration.lgamma() + (1 - Concentration) * Concentration.digamma());

    /// <inheritdoc/>
    public override Tensor LogNormalizer(params Tensor[] parameters) =>
        Evaluate(() => (parameters[0] + 1).lgamma() + (parameters[0] + 1) * (-parameters[1].reciprocal()).log());

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        var shape = ExtendedShape(sampleShape);
        var sample = DistributionOperators.StandardGamma.Call(Concentration.expand(shape), source) / Rate.expand(shape);
        // The smallest number keeps the density finite; the gradient goes by the sample.
        return sample + (sample.detach().clamp_min(Tiny(sample.dtype)) - sample.detach());
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Gamma(Widen(Concentration, batch_shape.Shape), Widen(Rate, batch_shape.Shape), generator);
    }
}
