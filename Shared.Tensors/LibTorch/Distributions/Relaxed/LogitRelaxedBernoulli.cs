using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>The logit of a relaxed Bernoulli variable (Maddison et al., The Concrete Distribution, ICLR 2017).</summary>
public class LogitRelaxedBernoulli : Distribution
{
    /// <summary>Distributions on the logit scale.</summary>
    /// <param name="temperature">How far the values are from the corners: near 0 they are nearly discrete; greater than 0.</param>
    /// <param name="probs">The probabilities of 1, from 0 to 1.</param>
    /// <param name="logits">The log-odds of 1; give either these or the probabilities.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">Both or neither are given, or a parameter is out of its range or NaN.</exception>
    public LogitRelaxedBernoulli(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : base(generator)
    {
        CheckOneOf(probs, logits);
        if (probs is not null)
            Checked(probs, "probs", constraints.unit_interval);
        else
            Checked(logits!, "logits", constraints.real);
        Temperature = Checked(temperature, nameof(temperature), constraints.positive);
        Odds = new Odds(probs, logits);
        _init(Odds.Given.shape);
    }

    private LogitRelaxedBernoulli(Odds odds, Tensor temperature, long[] batch, Generator? generator)
        : base(generator, batch)
    {
        Odds = odds;
        Temperature = temperature;
    }

    /// <summary>The probabilities of 1.</summary>
    public Tensor probs => Odds.Probs.alias();

    /// <summary>The log-odds of 1.</summary>
    public Tensor logits => Odds.Logits.alias();

    internal Odds Odds { get; }

    internal Tensor Temperature { get; }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() =>
    {
        var difference = Odds.Logits - value * Temperature;
        return Temperature.log() + difference - Softplus(difference) * 2;
    });

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        var shape = ExtendedShape(sampleShape);
        var uniform = empty(shape, Odds.Given.dtype, Odds.Given.device);
        uniform.uniform_(0, 1, source);
        uniform = ClampProbs(uniform);
        return (uniform.log() - (-uniform).log1p() + Odds.Logits) / Temperature;
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new LogitRelaxedBernoulli(Odds.Widen(batch_shape.Shape), Temperature, batch_shape.Shape, generator);
    }
}
