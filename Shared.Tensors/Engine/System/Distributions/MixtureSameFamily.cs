using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.DistributionTools;
using static TorchSharp.torch;

namespace Shared.Tensors.Distributions;

/// <summary>A mixture of distributions of one kind: the last batch dimension of the components is what a category chooses from.</summary>
public class MixtureSameFamily : torch.distributions.Distribution
{
    private readonly Categorical _mixture;
    private readonly torch.distributions.Distribution _components;

    /// <summary>A mixture.</summary>
    /// <param name="mixture">The weights of the components.</param>
    /// <param name="components">The components, along the last batch dimension.</param>
    /// <param name="generator">Where the randomness comes from where the parts have no generator of their own.</param>
    /// <exception cref="ArgumentException">The numbers of components differ, or the batches do not broadcast.</exception>
    public MixtureSameFamily(Categorical mixture, torch.distributions.Distribution components, Generator? generator = null)
        : base(generator)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        ArgumentNullException.ThrowIfNull(components);
        var batch = components.batch_shape.Shape;
        if (batch.Length == 0 || batch[^1] != mixture.Categories)
        {
            throw new ArgumentException(
                $"The mixture has {mixture.Categories} weights; the components' last batch dimension must be as large, and their batch is [{string.Join(", ", batch)}].",
                nameof(components));
        }
        var common = Broadcast((nameof(mixture), mixture.batch_shape.Shape), (nameof(components), batch[..^1]));
        if (!common.AsSpan().SequenceEqual(batch[..^1]))
        {
            throw new ArgumentException(
                $"The mixture's batch [{string.Join(", ", mixture.batch_shape)}] must broadcast to the components' [{string.Join(", ", batch[..^1])}].",
                nameof(mixture));
        }
        _mixture = mixture;
        _components = components;
        _init((Size)batch[..^1], components.event_shape);
    }

    /// <inheritdoc/>
    public override Tensor mean => Evaluate(() => Average(_components.mean));

    /// <inheritdoc/>
    public override Tensor variance => Evaluate(() =>
    {
        var means = _components.mean;
        var overall = Average(means).unsqueeze(ComponentDimension);
        return Average(_components.variance) + Average((means - overall).square());
    });

    // Of a tensor of a sample's dimensions and the components'.
    private int ComponentDimension => -1 - event_shape.Length;

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() =>
        (_components.log_prob(value.unsqueeze(ComponentDimension)) + _mixture.Logits).logsumexp(-1));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(() =>
        (_components.cdf(value.unsqueeze(ComponentDimension)) * _mixture.Probs).sum(-1));

    /// <summary>Not possible: the choice of a component has no gradient.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Tensor rsample(params long[] sample_shape) =>
        throw new NotSupportedException("A mixture has no reparametrised sample: the choice of a component has no gradient.");

    /// <inheritdoc/>
    public override Tensor sample(params long[] sample_shape) => Draw(sample_shape, generator);

    /// <inheritdoc/>
    public override torch.distributions.Distribution expand(Size batch_shape, torch.distributions.Distribution? instance = null)
    {
        CheckInstance(instance);
        return new MixtureSameFamily(
            (Categorical)_mixture.expand(batch_shape), _components.expand((long[])[.. batch_shape.Shape, _mixture.Categories]), generator);
    }

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        using var still = no_grad();
        var mixture = (Categorical)_mixture.expand(batch_shape);
        var chosen = mixture.SampleFor(sampleShape, source);
        var all = _components.SampleFor(sampleShape, source);
        var shape = all.shape;
        var dimension = shape.Length + ComponentDimension;
        shape[dimension] = 1;
        var index = chosen.reshape([.. chosen.shape, .. Enumerable.Repeat(1L, event_shape.Length + 1)]).expand(shape);
        return all.gather(dimension, index).squeeze(dimension);
    });

    private Tensor Average(Tensor values)
    {
        var weights = _mixture.Probs;
        return (weights.reshape([.. weights.shape, .. Enumerable.Repeat(1L, event_shape.Length)]) * values).sum(ComponentDimension);
    }
}
