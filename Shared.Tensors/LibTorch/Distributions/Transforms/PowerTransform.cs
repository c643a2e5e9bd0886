using static TorchSharp.DistributionTools;
using Constraint = TorchSharp.torch.distributions.constraints.Constraint;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>x to a power, for positive x.</summary>
            public class PowerTransform : Transform
            {
                private readonly Tensor _exponent;

                /// <summary>A power.</summary>
                public PowerTransform(Tensor exponent)
                {
                    ArgumentNullException.ThrowIfNull(exponent);
                    _exponent = exponent;
                }

                /// <inheritdoc/>
                public override Constraint domain => constraints.positive;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.positive;

                /// <inheritdoc/>
                public override bool bijective => true;

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => Broadcast((nameof(shape), shape), ("exponent", _exponent.shape));

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => Broadcast((nameof(shape), shape), ("exponent", _exponent.shape));

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.pow(_exponent);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => Evaluate(() => y.pow(_exponent.reciprocal()));

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => Evaluate(() => (_exponent * y / x).abs().log());

                /// <inheritdoc/>
                protected internal override Tensor _sign() => _exponent.sign();
            }
        }
    }
}
