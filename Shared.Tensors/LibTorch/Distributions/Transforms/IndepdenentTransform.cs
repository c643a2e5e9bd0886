using static TorchSharp.DistributionTools;
using Constraint = TorchSharp.torch.distributions.constraints.Constraint;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>A transform whose last dimensions make one value: their logarithms of the determinant are summed.</summary>
            public class IndepdenentTransform : Transform
            {
                private readonly Transform _base;
                private readonly int _dimensions;

                /// <summary>Turns batch dimensions of a transform into event dimensions.</summary>
                public IndepdenentTransform(Transform base_transform, int reinterpreted_batch_dims)
                {
                    ArgumentNullException.ThrowIfNull(base_transform);
                    ArgumentOutOfRangeException.ThrowIfNegative(reinterpreted_batch_dims);
                    _base = base_transform;
                    _dimensions = reinterpreted_batch_dims;
                }

                /// <inheritdoc/>
                public override Constraint domain => constraints.independent(_base.domain, _dimensions);

                /// <inheritdoc/>
                public override Constraint codomain => constraints.independent(_base.codomain, _dimensions);

                /// <inheritdoc/>
                public override bool bijective => _base.bijective;

                /// <inheritdoc/>
                public override int event_dim => _base.event_dim + _dimensions;

                /// <inheritdoc/>
                public override Transform inv => new IndepdenentTransform(_base.inv, _dimensions);

                internal override bool Saturates => _base.Saturates;

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => _base.forward_shape(shape);

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => _base.inverse_shape(shape);

                private Tensor Enough(Tensor value) => value.ndim >= domain.event_dim
                    ? value
                    : throw new ArgumentException($"The value must have at least {domain.event_dim} dimensions, not {value.ndim}.", nameof(value));

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => _base._call(Enough(x));

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => _base._inverse(Enough(y));

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => Evaluate(() => SumRightmost(_base.log_abs_det_jacobian(x, y), _dimensions));

                /// <inheritdoc/>
                protected internal override Tensor _sign() => _base._sign();
            }
        }
    }
}
