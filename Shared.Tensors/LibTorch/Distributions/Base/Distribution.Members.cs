using static TorchSharp.DistributionTools;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        // What the members do, for classes that TorchSharp lists without an override of their own.
        public abstract partial class Distribution
        {
            /// <inheritdoc cref="mode"/>
            private protected virtual Tensor ModeCore => throw Lacks(nameof(mode));

            /// <inheritdoc cref="mean"/>
            private protected virtual Tensor MeanCore => throw Lacks(nameof(mean));

            /// <inheritdoc cref="variance"/>
            private protected virtual Tensor VarianceCore => throw Lacks(nameof(variance));

            /// <inheritdoc cref="cdf"/>
            private protected virtual Tensor CdfCore(Tensor value) => throw Lacks(nameof(cdf));

            /// <inheritdoc cref="icdf"/>
            private protected virtual Tensor IcdfCore(Tensor value) => throw Lacks(nameof(icdf));

            /// <inheritdoc cref="log_prob"/>
            private protected virtual Tensor LogProbCore(Tensor value) => throw Lacks(nameof(log_prob));

            /// <inheritdoc cref="entropy"/>
            private protected virtual Tensor EntropyCore() => throw Lacks(nameof(entropy));

            /// <inheritdoc cref="enumerate_support"/>
            private protected virtual Tensor EnumerateSupportCore(bool expand = true) => throw Lacks(nameof(enumerate_support));

            /// <inheritdoc cref="expand"/>
            private protected virtual Distribution ExpandCore(Size batch_shape, Distribution? instance = null) => throw Lacks(nameof(expand));

            /// <inheritdoc cref="stddev"/>
            private protected virtual Tensor StddevCore => Evaluate(() => variance.sqrt());

            private protected NotSupportedException Lacks(string member) => new($"{GetType().Name} has no {member}.");
        }
    }
}
