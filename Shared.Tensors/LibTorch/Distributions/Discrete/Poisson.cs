using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;
using ExponentialFamily = TorchSharp.torch.distributions.ExponentialFamily;

namespace TorchSharp.Modules;

/// <summary>The Poisson distribution.</summary>
public class Poisson : ExponentialFamily
{
    /// <summary>Poisson distributions.</summary>
    /// <param name="rate">The means, 0 or more.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    public Poisson(Tensor rate, Generator? generator = null)
        : base(generator)
    {
        Checked(rate, nameof(rate), constraints.nonnegative);
        Rate = rate;
        _init(rate.shape);
    }

    internal Tensor Rate { get; }

    /// <inheritdoc/>
    protected override IList<Tensor> NaturalParams => [Rate.log()];

    /// <inheritdoc/>
    public override Tensor mean => Rate.alias();

    /// <inheritdoc/>
    private protected override Tensor ModeCore => Rate.floor();

    /// <inheritdoc/>
    public override Tensor variance => Rate.alias();

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() => Xlogy(value, Rate) - Rate - (value + 1).lgamma());

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(() => special.gammaincc(value.floor() + 1, Rate));

    /// <inheritdoc/>
    public override Tensor LogNormalizer(params Tensor[] parameters) => parameters[0].exp();

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        using var still = no_grad();
        return DistributionOperators.Poisson.Call(Rate.expand(ExtendedShape(sampleShape)), source);
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Poisson(Widen(Rate, batch_shape.Shape), generator);
    }
}
