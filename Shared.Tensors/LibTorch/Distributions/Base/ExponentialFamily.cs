using static TorchSharp.DistributionTools;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>
        /// A distribution of density exp(t(x) . theta - F(theta) + k(x)), with natural parameters theta and log-normaliser F.
        /// </summary>
        /// <remarks>
        /// The entropy follows from F by its gradient (Nielsen and Nock, Entropies and cross-entropies of exponential families, ICIP 2010);
        /// distributions with a closed form override it.
        /// </remarks>
        public abstract class ExponentialFamily : Distribution
        {
            /// <summary>A distribution over a batch.</summary>
            protected ExponentialFamily(Generator? generator, long[]? batch_shape = null, long[]? event_shape = null)
                : base(generator, batch_shape, event_shape)
            {
            }

            /// <summary>The natural parameters.</summary>
            protected virtual IList<Tensor> NaturalParams => throw new NotSupportedException($"{GetType().Name} has no natural parameters.");

            /// <summary>The mean of k(x); null where it has no closed form.</summary>
            protected virtual Tensor? MeanCarrierMeasure => null;

            /// <summary>The log-normaliser F of natural parameters.</summary>
            public virtual Tensor LogNormalizer(params Tensor[] parameters) =>
                throw new NotSupportedException($"{GetType().Name} has no log-normaliser.");

            /// <inheritdoc/>
            public override Tensor entropy() => Evaluate(() =>
            {
                var carrier = MeanCarrierMeasure ?? throw new NotSupportedException($"The entropy of {GetType().Name} has no closed form.");
                using var recording = enable_grad();
                var parameters = NaturalParams.Select(one => one.detach().requires_grad_()).ToArray();
                var normaliser = LogNormalizer(parameters);
                var means = autograd.grad([normaliser.sum()], parameters, create_graph: true);
                var result = normaliser - carrier;
                for (var i = 0; i < parameters.Length; i++)
                    result -= SumRightmost(parameters[i] * means[i], event_shape.Length);
                return result;
            });
        }
    }
}
