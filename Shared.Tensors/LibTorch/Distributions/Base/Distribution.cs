using static TorchSharp.DistributionTools;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>
        /// A batch of probability distributions: <see cref="batch_shape"/> independent ones, each over events of <see cref="event_shape"/>.
        /// </summary>
        /// <remarks>
        /// A distribution holds the tensors it is given, and what it computes from them lives as long as they do: it works wherever
        /// its parameters are alive, and a <see cref="DisposeScope"/> opened later never takes anything from it. Its methods and properties give
        /// new tensors, which the caller may dispose. Values and formulas are those of Python's torch.distributions.
        /// </remarks>
        public abstract partial class Distribution
        {
            /// <summary>Where the randomness comes from; null: the default generator of the parameters' device.</summary>
            protected Generator? generator;

            private Size _batchShape;
            private Size _eventShape;

            /// <summary>A distribution over a batch.</summary>
            /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
            /// <param name="batch_shape">The shape of the batch; null: one distribution.</param>
            /// <param name="event_shape">The shape of one event; null: a number.</param>
            protected Distribution(Generator? generator, Size batch_shape, Size? event_shape = null)
            {
                this.generator = generator;
                _init(batch_shape, event_shape);
            }

            /// <inheritdoc cref="Distribution(Generator, Size, Size?)"/>
            protected Distribution(Generator? generator, long[]? batch_shape = null, long[]? event_shape = null)
                : this(generator, (Size)(batch_shape ?? []), (Size)(event_shape ?? []))
            {
            }

            /// <summary>The shape of the batch.</summary>
            public Size batch_shape => _batchShape;

            /// <summary>The shape of one event; empty for a number.</summary>
            public Size event_shape => _eventShape;

            /// <summary>The mean; NaN or infinite where the distribution has none.</summary>
            public virtual Tensor mean => MeanCore;

            /// <summary>The most likely value.</summary>
            public virtual Tensor mode => ModeCore;

            /// <summary>The variance.</summary>
            public virtual Tensor variance => VarianceCore;

            /// <summary>The standard deviation.</summary>
            public virtual Tensor stddev => StddevCore;

            /// <summary>A sample without gradient, of shape <paramref name="sample_shape"/>, batch and event.</summary>
            public virtual Tensor sample(params long[] sample_shape)
            {
                using var still = no_grad();
                return rsample(sample_shape);
            }

            /// <inheritdoc cref="sample(long[])"/>
            public Tensor sample(Size sample_shape) => sample(sample_shape.Shape);

            /// <summary>
            /// A sample with gradients to the parameters where the distribution can be reparametrised; a plain one for a discrete distribution.
            /// </summary>
            public virtual Tensor rsample(params long[] sample_shape)
            {
                ArgumentNullException.ThrowIfNull(sample_shape);
                return Draw(sample_shape, generator);
            }

            /// <inheritdoc cref="rsample(long[])"/>
            public Tensor rsample(Size sample_shape) => rsample(sample_shape.Shape);

            /// <summary>The logarithm of the density or probability of values, one number per event.</summary>
            public virtual Tensor log_prob(Tensor value) => LogProbCore(value);

            /// <summary>The probability of at most the value.</summary>
            public virtual Tensor cdf(Tensor value) => CdfCore(value);

            /// <summary>The value that has a cumulative probability: the inverse of <see cref="cdf"/>.</summary>
            public virtual Tensor icdf(Tensor value) => IcdfCore(value);

            /// <summary>The entropy in nats, of the batch's shape.</summary>
            public virtual Tensor entropy() => EntropyCore();

            /// <summary>The exponential of the entropy.</summary>
            public virtual Tensor perplexity() => Evaluate(() => entropy().exp());

            /// <summary>All values of a finite discrete distribution along the first dimension.</summary>
            /// <param name="expand">Whether the values are repeated over the batch; otherwise its dimensions have size 1.</param>
            public virtual Tensor enumerate_support(bool expand = true) => EnumerateSupportCore(expand);

            /// <summary>The same distribution over a larger batch, without copying the parameters.</summary>
            /// <param name="batch_shape">The shape to expand to.</param>
            /// <param name="instance">Null: a new distribution of the same kind is made.</param>
            public virtual Distribution expand(Size batch_shape, Distribution? instance = null) => ExpandCore(batch_shape, instance);

            /// <summary>The shape of a sample: the sample shape, the batch and the event.</summary>
            public long[] ExtendedShape(params long[] sample_shape) => [.. sample_shape, .. _batchShape.Shape, .. _eventShape.Shape];

            /// <summary>Sets the shapes.</summary>
            protected internal void _init(Size? batch_shape = null, Size? event_shape = null)
            {
                _batchShape = batch_shape ?? Size.Empty;
                _eventShape = event_shape ?? Size.Empty;
            }

            /// <summary>A sample from a generator; null is the default one.</summary>
            private protected virtual Tensor Draw(long[] sampleShape, Generator? source) => throw Lacks(nameof(rsample));

            /// <summary>A sample with a generator for distributions that have none of their own.</summary>
            internal Tensor DrawFor(long[] sampleShape, Generator? fallback) =>
                generator is null && fallback is not null ? Draw(sampleShape, fallback) : rsample(sampleShape);

            /// <inheritdoc cref="DrawFor"/>
            internal Tensor SampleFor(long[] sampleShape, Generator? fallback)
            {
                if (generator is not null || fallback is null)
                    return sample(sampleShape);
                using var still = no_grad();
                return Draw(sampleShape, fallback);
            }
        }
    }
}
