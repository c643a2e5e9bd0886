using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using Distribution = TorchSharp.torch.distributions.Distribution;
using transforms = TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>What transforms make of a distribution.</summary>
public class TransformedDistribution : Distribution
{
    private Distribution _base = null!;
    private transforms.Transform[] _transforms = [];
    private bool _saturates;
    private LastSample? _last;

    /// <summary>The distribution of what the transforms, the first one first, make of a sample of a base distribution.</summary>
    /// <param name="base_distribution">The base; expanded, or taken as one event per row, where the transforms need it.</param>
    /// <param name="transforms">The transforms.</param>
    /// <param name="generator">Where the randomness comes from where the base has no generator of its own.</param>
    /// <exception cref="ArgumentException">The base has fewer dimensions than the transforms need.</exception>
    public TransformedDistribution(Distribution base_distribution, IEnumerable<transforms.Transform> transforms, Generator? generator = null)
        : base(generator)
    {
        ArgumentNullException.ThrowIfNull(transforms);
        _init(base_distribution, [.. transforms]);
    }

    /// <inheritdoc cref="TransformedDistribution(Distribution, IEnumerable{transforms.Transform}, Generator)"/>
    public TransformedDistribution(Distribution base_distribution, transforms.Transform transform, Generator? generator = null)
        : base(generator)
    {
        ArgumentNullException.ThrowIfNull(transform);
        _init(base_distribution, [transform]);
    }

    /// <summary>For derived classes, which call <see cref="_init"/>.</summary>
    protected TransformedDistribution(Generator? generator = null)
        : base(generator)
    {
    }

    internal Distribution Base => _base;

    internal IReadOnlyList<transforms.Transform> Transforms => _transforms;

    /// <summary>Sets the base and the transforms.</summary>
    protected void _init(Distribution base_distribution, transforms.Transform[] transforms)
    {
        ArgumentNullException.ThrowIfNull(base_distribution);
        ArgumentNullException.ThrowIfNull(transforms);
        var chain = new transforms.ComposeTransform(transforms);
        long[] shape = [.. base_distribution.batch_shape.Shape, .. base_distribution.event_shape.Shape];
        var needed = chain.domain.event_dim;
        if (shape.Length < needed)
        {
            throw new ArgumentException(
                $"The transforms need at least {needed} dimensions; the base distribution has shape [{string.Join(", ", shape)}].", nameof(base_distribution));
        }
        var forward = chain.forward_shape(shape);
        var expanded = chain.inverse_shape(forward);
        var events = base_distribution.event_shape.Length;
        _base = expanded.AsSpan().SequenceEqual(shape) ? base_distribution : base_distribution.expand(expanded[..^events]);
        if (needed > events)
            _base = new Independent(_base, needed - events);
        _transforms = transforms;
        _saturates = chain.Saturates;
        var dimensions = Math.Max(chain.codomain.event_dim, events + chain.codomain.event_dim - needed);
        _init((Size)forward[..^dimensions], (Size)forward[^dimensions..]);
    }

    /// <inheritdoc/>
    public override Tensor sample(params long[] sample_shape)
    {
        using var still = no_grad();
        return Draw(sample_shape, generator);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// For the value of the last sample of saturating transforms (tanh, sigmoid) the input is remembered, because the inverse loses it at
    /// the edges; its gradient then goes by the sample's path to the parameters.
    /// </remarks>
    private protected override Tensor LogProbCore(Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Evaluate(() =>
        {
            var stages = Stages(value);
            var dimensions = event_shape.Length;
            Tensor? jacobian = null;
            for (var i = _transforms.Length - 1; i >= 0; i--)
            {
                var transform = _transforms[i];
                dimensions += transform.domain.event_dim - transform.codomain.event_dim;
                var part = SumRightmost(transform.log_abs_det_jacobian(stages[i], stages[i + 1]), dimensions - transform.domain.event_dim);
                jacobian = jacobian is null ? part : jacobian + part;
            }
            var density = SumRightmost(_base.log_prob(stages[0]), dimensions - _base.event_shape.Length);
            return jacobian is null ? density : density - jacobian;
        });
    }

    /// <inheritdoc/>
    private protected override Tensor CdfCore(Tensor value) => Evaluate(() => Rising(_base.cdf(Inverse(value))));

    /// <inheritdoc/>
    private protected override Tensor IcdfCore(Tensor value) => Evaluate(() => Forward(_base.icdf(Rising(value))));

    private protected override Tensor Draw(long[] sampleShape, Generator? source)
    {
        if (!_saturates)
            return Evaluate(() => Forward(DrawBase(sampleShape, source)));
        var x = DrawBase(sampleShape, source);
        var y = Evaluate(() => Forward(x));
        Interlocked.Exchange(ref _last, new LastSample(x, y))?.Dispose();
        return y;
    }

    private Tensor DrawBase(long[] sampleShape, Generator? source) =>
        is_grad_enabled() ? _base.DrawFor(sampleShape, source) : _base.SampleFor(sampleShape, source);

    private Tensor Forward(Tensor x) => _transforms.Aggregate(x, (value, transform) => transform._call(value));

    private Tensor Inverse(Tensor y) => _transforms.AsEnumerable().Reverse().Aggregate(y, (value, transform) => transform._inverse(value));

    // The value before the first transform, between each two, and after the last one.
    private Tensor[] Stages(Tensor value)
    {
        var stages = new Tensor[_transforms.Length + 1];
        stages[^1] = value;
        if (RememberedInput(value) is { } x)
        {
            stages[0] = x;
            for (var i = 0; i < _transforms.Length - 1; i++)
                stages[i + 1] = _transforms[i]._call(stages[i]);
            return stages;
        }
        for (var i = _transforms.Length - 1; i >= 0; i--)
            stages[i] = _transforms[i]._inverse(stages[i + 1]);
        return stages;
    }

    private Tensor? RememberedInput(Tensor value)
    {
        // Taken out while it is read: another thread that samples meanwhile cannot dispose it.
        var last = Interlocked.Exchange(ref _last, null);
        var input = last?.InputOf(value);
        if (last is not null && Interlocked.CompareExchange(ref _last, last, null) is not null)
            last.Dispose();
        return input;
    }

    // A cumulative probability of a falling chain counts from the other end.
    private Tensor Rising(Tensor probability)
    {
        if (_transforms.Length == 0)
            return probability;
        var sign = _transforms.Select(transform => transform._sign()).Aggregate((product, one) => product * one);
        return sign * (probability - 0.5) + 0.5;
    }

    /// <inheritdoc/>
    private protected override Distribution ExpandCore(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        var shape = new transforms.ComposeTransform(_transforms).inverse_shape([.. batch_shape.Shape, .. event_shape.Shape]);
        var expanded = _base.expand(shape[..^_base.event_shape.Length]);
        return new TransformedDistribution(expanded, _transforms, generator);
    }
}
