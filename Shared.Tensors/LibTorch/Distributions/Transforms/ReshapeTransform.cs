using Constraint = TorchSharp.torch.distributions.constraints.Constraint;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>The last dimensions in another shape.</summary>
            public class ReshapeTransform : Transform
            {
                private readonly long[] _in;
                private readonly long[] _out;

                /// <summary>A change of shape.</summary>
                /// <exception cref="ArgumentException">The shapes have different numbers of elements.</exception>
                public ReshapeTransform(long[] in_shape, long[] out_shape)
                {
                    ArgumentNullException.ThrowIfNull(in_shape);
                    ArgumentNullException.ThrowIfNull(out_shape);
                    if (Count(in_shape) != Count(out_shape))
                        throw new ArgumentException($"[{string.Join(", ", out_shape)}] has another number of elements than [{string.Join(", ", in_shape)}].", nameof(out_shape));
                    _in = [.. in_shape];
                    _out = [.. out_shape];
                }

                /// <inheritdoc/>
                public override Constraint domain => constraints.independent(constraints.real, _in.Length);

                /// <inheritdoc/>
                public override Constraint codomain => constraints.independent(constraints.real, _out.Length);

                /// <inheritdoc/>
                public override bool bijective => true;

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => [.. Head(shape, _in), .. _out];

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => [.. Head(shape, _out), .. _in];

                private static long Count(long[] shape) => shape.Aggregate(1L, (product, size) => product * size);

                private static long[] Head(long[] shape, long[] tail) => shape.Length >= tail.Length && shape.AsSpan()[^tail.Length..].SequenceEqual(tail)
                    ? shape[..^tail.Length]
                    : throw new ArgumentException($"[{string.Join(", ", shape)}] does not end in [{string.Join(", ", tail)}].", nameof(shape));

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.reshape(forward_shape(x.shape));

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.reshape(inverse_shape(y.shape));

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => zeros(x.shape[..^_in.Length], x.dtype, x.device);
            }
        }
    }
}
