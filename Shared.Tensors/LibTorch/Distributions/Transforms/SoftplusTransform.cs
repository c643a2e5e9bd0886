using static TorchSharp.DistributionTools;
using Constraint = TorchSharp.torch.distributions.constraints.Constraint;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>log(1 + exp(x)).</summary>
            public class SoftplusTransform : Transform
            {
                /// <inheritdoc/>
                public override Constraint domain => constraints.real;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.positive;

                /// <inheritdoc/>
                public override bool bijective => true;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => Evaluate(() => Softplus(x));

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => Evaluate(() => (-y).expm1().neg().log() + y);

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => Evaluate(() => -Softplus(-x));

                /// <inheritdoc/>
                protected internal override Tensor _sign() => ones([]);
            }
        }
    }
}
