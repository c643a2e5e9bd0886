using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>The logarithm of a relaxed one-hot vector (Maddison et al., The Concrete Distribution; Jang et al., Categorical Reparameterization with Gumbel-Softmax; both ICLR 2017).</summary>
public class ExpRelaxedCategorical : Distribution
{
    /// <summary>Distributions over the last dimension of the parameter.</summary>
    /// <param name="temperature">How far the values are from the corners: near 0 they are nearly discrete; greater than 0.</param>
    /// <param name="probs">Non-negative weights along the last dimension, divided by their sum.</param>
    /// <param name="logits">Logarithms of weights; give either these or the weights.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">Both or neither are given, or a parameter is out of its range or NaN.</exception>
    internal ExpRelaxedCategorical(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : base(generator)
    {
        Categories = new Categorical(probs, logits, generator);
        Temperature = Checked(temperature, nameof(temperature), constraints.positive);
        _init(Categories.batch_shape, (Size)Categories.param_shape[^1..]);
    }

    private ExpRelaxedCategorical(Tensor temperature, Categorical categories, Generator? generator)
        : base(generator, categories.batch_shape.Shape, categories.param_shape[^1..])
    {
        Temperature = temperature;
        Categories = categories;
    }

    /// <summary>The probabilities, with the sum 1 over the last dimension.</summary>
    public Tensor probs => Categories.probs;

    /// <summary>The logarithms of the probabilities.</summary>
    public Tensor logits => Categories.logits;

    internal Categorical Categories { get; }

    /// <summary>The temperature.</summary>
    public Tensor temperature => Temperature.alias();

    /// <summary>The shape of the parameter: the batch and the number of categories.</summary>
    public long[] param_shape => Categories.param_shape;

    internal Tensor Temperature { get; }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() =>
    {
        var count = (double)event_shape[0];
        var scale = Temperature.full_like(count).lgamma() + Temperature.log() * (count - 1);
        var score = Categories.Logits - value * Temperature;
        return (score - score.logsumexp(-1, keepdim: true)).sum(-1) + scale;
    });

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        var uniform = empty(ExtendedShape(sampleShape), Categories.Given.dtype, Categories.Given.device);
        uniform.uniform_(0, 1, source);
        var gumbel = -(-ClampProbs(uniform).log()).log();
        return ((Categories.Logits + gumbel) / Temperature).log_softmax(-1);
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new ExpRelaxedCategorical(Temperature, (Categorical)Categories.expand(batch_shape), generator);
    }
}
