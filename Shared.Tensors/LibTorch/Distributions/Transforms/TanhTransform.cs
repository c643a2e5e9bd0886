using static TorchSharp.DistributionTools;
using Constraint = TorchSharp.torch.distributions.constraints.Constraint;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>tanh(x).</summary>
            /// <remarks>
            /// log(1 - tanh(x)^2) is computed as 2 (log 2 - x - softplus(-2 x)), which keeps its precision for large x. A
            /// <see cref="Modules.TransformedDistribution"/> remembers the input of its last sample, because the inverse loses it there.
            /// </remarks>
            public class TanhTransform : Transform
            {
                /// <inheritdoc/>
                public override Constraint domain => constraints.real;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.interval(-1, 1);

                /// <inheritdoc/>
                public override bool bijective => true;

                internal override bool Saturates => true;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.tanh();

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => Evaluate(() =>
                {
                    // Away from the edges by one step, where atanh is infinite.
                    var edge = 1 - Epsilon(y.dtype) / 2;
                    var inside = y.clamp(-edge, edge);
                    return (inside.log1p() - inside.neg().log1p()) / 2;
                });

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => Evaluate(() => (Math.Log(2) - x - Softplus(x * -2)) * 2);

                /// <inheritdoc/>
                protected internal override Tensor _sign() => ones([]);
            }
        }
    }
}
