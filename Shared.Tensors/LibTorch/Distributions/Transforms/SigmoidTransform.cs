using static TorchSharp.DistributionTools;
using Constraint = TorchSharp.torch.distributions.constraints.Constraint;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>The logistic function, 1 / (1 + exp(-x)).</summary>
            public class SigmoidTransform : Transform
            {
                /// <inheritdoc/>
                public override Constraint domain => constraints.real;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.unit_interval;

                /// <inheritdoc/>
                public override bool bijective => true;

                internal override bool Saturates => true;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => Evaluate(() => x.sigmoid().clamp(Tiny(x.dtype), 1 - Epsilon(x.dtype)));

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => Evaluate(() =>
                {
                    var inside = y.clamp(Tiny(y.dtype), 1 - Epsilon(y.dtype));
                    return inside.log() - inside.neg().log1p();
                });

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => Evaluate(() => -Softplus(-x) - Softplus(x));

                /// <inheritdoc/>
                protected internal override Tensor _sign() => ones([]);
            }
        }
    }
}
