using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;
using ExponentialFamily = TorchSharp.torch.distributions.ExponentialFamily;

namespace TorchSharp.Modules;

/// <summary>The exponential distribution.</summary>
public class Exponential : ExponentialFamily
{
    /// <summary>Exponential distributions.</summary>
    /// <param name="rate">The rates, greater than 0: one over the means.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    public Exponential(Tensor rate, Generator? generator = null)
        : base(generator)
    {
        Checked(rate, nameof(rate), constraints.positive);
        Rate = rate;
        _init(rate.shape);
    }

    internal Tensor Rate { get; }

    /// <inheritdoc/>
    protected override IList<Tensor> NaturalParams => [Rate.neg()];

    /// <inheritdoc/>
    protected override Tensor MeanCarrierMeasure => Rate.zeros_like();

    /// <inheritdoc/>
    public override Tensor mean => Rate.reciprocal();

    /// <inheritdoc/>
    private protected override Tensor ModeCore => Rate.zeros_like();

    /// <inheritdoc/>
    public override Tensor stddev => Rate.reciprocal();

    /// <inheritdoc/>
    public override Tensor variance => Rate.pow(-2);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() => Rate.log() - Rate * value);

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(() => -(-Rate * value).expm1());

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Evaluate(() => -(-value).log1p() / Rate);

    /// <inheritdoc/>
    public override Tensor entropy() => Evaluate(() => 1 - Rate.log());

    /// <inheritdoc/>
    public override Tensor LogNormalizer(params Tensor[] parameters) => Evaluate(() => -(-parameters[0]).log());

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        var noise = empty(ExtendedShape(sampleShape), Rate.dtype, Rate.device);
        DistributionOperators.ExponentialInPlace.Run(noise, 1.0, source);
        return noise / Rate;
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Exponential(Widen(Rate, batch_shape.Shape), generator);
    }
}
