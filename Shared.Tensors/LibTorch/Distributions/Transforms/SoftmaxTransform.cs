using Constraint = TorchSharp.torch.distributions.constraints.Constraint;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>softmax over the last dimension; not one to one, its inverse is the logarithm.</summary>
            public class SoftmaxTransform : Transform
            {
                /// <inheritdoc/>
                public override Constraint domain => constraints.real_vector;

                /// <inheritdoc/>
                public override Constraint codomain => constraints.simplex;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.softmax(-1);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.log();

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => throw new NotSupportedException("softmax is not one to one: it has no Jacobian determinant.");
            }
        }
    }
}
