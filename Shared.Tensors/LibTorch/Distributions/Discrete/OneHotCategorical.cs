using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>One of a number of categories, as a vector of one 1 among zeros.</summary>
public class OneHotCategorical : Distribution
{
    /// <summary>Distributions over the last dimension of the parameter.</summary>
    /// <param name="p">Non-negative weights along the last dimension, divided by their sum.</param>
    /// <param name="l">Logarithms of weights; give either these or the weights.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">Both or neither are given, or a parameter is out of its range or NaN.</exception>
    public OneHotCategorical(Tensor? p = null, Tensor? l = null, Generator? generator = null)
        : base(generator)
    {
        Categories = new Categorical(p, l, generator);
        _init(Categories.batch_shape, (Size)Categories.param_shape[^1..]);
    }

    private OneHotCategorical(Categorical categories, Generator? generator)
        : base(generator, categories.batch_shape.Shape, categories.param_shape[^1..]) => Categories = categories;

    /// <summary>The probabilities, with the sum 1 over the last dimension.</summary>
    public Tensor probs => Categories.probs;

    /// <summary>The logarithms of the probabilities.</summary>
    public Tensor logits => Categories.logits;

    internal Categorical Categories { get; }

    /// <inheritdoc/>
    public override Tensor mean => Categories.probs;

    /// <inheritdoc/>
    public override Tensor mode => Evaluate(() => Vectors(Categories.mode));

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() => Categories.Probs * (1 - Categories.Probs));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() => Categories.log_prob(value.argmax(-1)));

    /// <inheritdoc/>
    public override Tensor entropy() => Categories.entropy();

    /// <inheritdoc/>
    private protected override Tensor EnumerateSupportCore(bool expand = true) => Evaluate(() =>
    {
        var count = event_shape[0];
        var values = eye(count, dtype: Categories.Given.dtype, device: Categories.Given.device).view([count, .. batch_shape.Select(_ => 1L), count]);
        return expand ? values.expand([count, .. batch_shape, count]) : values;
    });

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() => Vectors(Categories.DrawFor(sampleShape, source)));

    private Tensor Vectors(Tensor index) => DistributionOperators.OneHot.Call(index, event_shape[0]).type(Categories.Given.dtype);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new OneHotCategorical((Categorical)Categories.expand(batch_shape), generator);
    }
}
